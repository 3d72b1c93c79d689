import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchor } from '../../../src/core/anchoring/anchor';
import { createDescriber, describeAll } from '../../../src/core/anchoring/describe';
import { rewriteSelectors } from '../../../src/core/anchoring/rewriteSelectors';
import { track } from '../../../src/core/anchoring/track';
import { toldOnce } from '../../../src/core/anchoring/telling';
import type { MentionRecord, QuoteSelector } from '../../../src/core/annotation/record';
import { applyEdits } from '../../../src/core/text/textEdit';
import { type Span, span } from '../../../src/core/util/span';
import { runSteps } from '../../../src/core/util/steps';
import { splitMarks } from './marks';

const recordOf = (selector: QuoteSelector, i = 0): MentionRecord => ({
  id: `m${i}`,
  kind: 'mention',
  type: 'person',
  status: 'confirmed',
  selector,
});
const wordsAt = (text: string, at: Span | undefined) => at && text.slice(at.start, at.end);

/** The marked words of the first text as they are found in the second, with their state; the second marks where they are. */
type Case = [name: string, before: string, after: string, ...states: string[]];

const cases: Case[] = [
  [
    'unedited text',
    'M. [Diop] a dit que [Diop] viendrait.',
    'M. [Diop] a dit que [Diop] viendrait.',
    'exact',
    'exact',
  ],
  ['line ends', 'À [Moscou],\r\nil a dit non.', 'À [Moscou],\nil a dit non.', 'exact'],
  ['typographic quotes and spaces', "Il dit : « [J'irai] » et part.", 'Il dit: “[J’irai]” et part.', 'exact'],
  [
    'composed and decomposed letters',
    'Le [général Traoré] a été élu.',
    'Le [général Traoré] a été élu.'.normalize('NFD'),
    'exact',
  ],
  [
    'a soft hyphen in the words',
    'Le [gouvernement] malien a été formé.',
    'Le [gouver\u00adnement] malien a été formé.',
    'exact',
  ],
  [
    'an edit before',
    'Hier, le ministre [Abdoulaye Diop] a annoncé la nouvelle à la presse.',
    'Mardi matin à Bamako, le chef [Abdoulaye Diop] a annoncé la nouvelle à la presse.',
    'moved',
  ],
  [
    'words that stood only once and do so now, in a rewritten sentence',
    'Hier soir, le ministre [Abdoulaye Diop] a annoncé la nouvelle à la presse.',
    'Selon le ministre malien [Abdoulaye Diop], on aurait annoncé une nouvelle hier.',
    'moved',
  ],
  [
    'words changed',
    'Hier, le ministre a dit « [Nous irons jusqu’au bout de ce chemin] » devant la presse réunie.',
    'Hier, le ministre a dit « [Nous irons jusqu’à la fin de ce chemin] » devant la presse réunie.',
    'changed',
  ],
  [
    'another name in the same place',
    'La conférence du ministre malien [Diop] a réuni trente journalistes à Bamako.',
    'La conférence du ministre malien [Lavrov] a réuni trente journalistes à Bamako.',
    'changed',
  ],
  [
    'a paragraph moved',
    'Le premier paragraphe parle du temps.\n\nLe deuxième parle de [Moscou] et de ses rues.\n\nLe dernier parle du sport.\n',
    'Le dernier parle du sport.\n\nLe premier paragraphe parle du temps.\n\nLe deuxième parle de [Moscou] et de ses rues.\n',
    'moved',
  ],
];

/** Words that must not be given a place: what stands like them is something else, or nobody can tell. */
const lost: [name: string, before: string, after: string, state: string][] = [
  ['deleted', 'Le ministre [Diop] a dit non.', 'Rien de tout cela.', 'orphan'],
  [
    'deleted, with a namesake in another sentence',
    'Le ministre [Diop] a pris la parole hier soir à Bamako. Plus tard, la famille de Diop a quitté la salle en silence.',
    'Plus tard, la famille de Diop a quitté la salle en silence.',
    'orphan',
  ],
  [
    'that stood only once and do so now, in another context altogether',
    'Hier soir, le ministre [Abdoulaye Diop] a annoncé la nouvelle à la presse.',
    'La nouvelle à la presse malienne : le chef de la diplomatie Abdoulaye Diop, a-t-il annoncé mardi.',
    'uncertain',
  ],
  [
    'deleted, with the next paragraph beginning alike',
    'La flotte est rentrée au port. [Israël] a réalisé cette guerre en six jours.\n\nIsraël a annexé une partie du plateau.',
    'La flotte est rentrée au port.\n\nIsraël a annexé une partie du plateau.',
    'uncertain',
  ],
];

describe('anchor', () => {
  for (const [name, before, after, ...states] of cases)
    it(`finds again: ${name}`, () => {
      const [old, now] = [splitMarks(before), splitMarks(after)];
      const placed = anchor(now.text, describeAll(old.text, old.spans).map(recordOf));
      assert.deepEqual(
        placed.map(({ state, spans }) => [state, wordsAt(now.text, spans?.[0]), spans?.[0]?.start]),
        states.map((state, i) => [state, wordsAt(now.text, now.spans[i]), now.spans[i]?.start]),
      );
    });

  for (const [name, before, after, state] of lost)
    it(`gives no place to: ${name}`, () => {
      const old = splitMarks(before);
      const [placed] = anchor(after, describeAll(old.text, old.spans).map(recordOf));
      assert.deepEqual([placed?.state, placed?.spans], [state, undefined]);
    });

  it('keeps forty mentions of one short name apart after edits around them', () => {
    let state = 1;
    const letter = (of: string) => of[(state = (state * 48271) % 2147483647) % of.length] as string;
    const invented = () =>
      Array.from({ length: 4 }, () => letter('bcdfglmnprstv') + letter('aeiou')).join('');
    const sentence = () => `Le [Mali] ${invented()} ${invented()} ${invented()}.`;
    const sentences = Array.from({ length: 40 }, sentence);
    const old = splitMarks(sentences.join(' '));
    const edited = sentences.map((text, i) =>
      i % 5 === 2 ? text.replace('Le', 'Selon nos sources, le') : text,
    );
    const now = splitMarks(edited.filter((_, i) => i % 7 !== 3).join(' '));
    const placed = anchor(now.text, describeAll(old.text, old.spans).map(recordOf));
    let next = 0;
    for (const [i, { spans, state }] of placed.entries()) {
      if (i % 7 === 3) assert.equal(spans, undefined);
      else assert.equal(spans?.[0]?.start, now.spans[next++]?.start, `${i} ${state}`);
    }
  });

  it('is certain of no place where the same line is copied', () => {
    const old = splitMarks('Titre\n\nLe [Mali] annonce un accord avec ses voisins du Sahel.\n\nFin.\n');
    const twice = old.text.replace('Fin.', 'Le Mali annonce un accord avec ses voisins du Sahel.\n\nFin.');
    const [placed] = anchor(twice, describeAll(old.text, old.spans).map(recordOf));
    assert.equal(placed?.state, 'uncertain');
    assert.equal(placed?.parts[0]?.candidates?.length, 2);
  });

  it('finds what it described, in any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 6, mode: 'sentences' }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const text = parts.join('\n\n');
          const words = [...text.matchAll(/[a-z]+/gi)];
          const at = (n: number) => words[n % words.length] as RegExpMatchArray;
          const spans = [at(a), at(b)].map((match) =>
            span(match.index as number, (match.index as number) + match[0].length),
          );
          const placed = anchor(text, describeAll(text, spans).map(recordOf));
          for (const [i, { state, spans: found }] of placed.entries())
            if (state !== 'uncertain') assert.deepEqual([state, found], ['exact', [spans[i]]]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('describeAll', () => {
  it('says by the length of the context, and only by that, that words stand once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Diop', 'Mali', 'dit', 'que', 'la', 'presse', '\r\n\r\n', '« oui »', '.'), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.nat(),
        (words, which) => {
          const text = words.join(' ');
          const found = [...text.matchAll(/\p{L}+/gu)];
          if (found.length === 0) return;
          const { index, 0: exact } = found[which % found.length] as RegExpMatchArray & { index: number };
          const { prefix = '', suffix = '' } = describeAll(text, [
            span(index, index + exact.length),
          ])[0] as QuoteSelector;
          const once = text.split(exact).length === 2;
          if (toldOnce(prefix.length, suffix.length)) assert.ok(once, text);
          else if (once) assert.ok(Math.max(prefix.length, suffix.length) < 20, text);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes whole words, at least some, and none where there is no text', () => {
    const old = splitMarks('[Moscou] a dit que les négociations de paix reprendraient lundi prochain.');
    assert.deepEqual(createDescriber(old.text).describe(old.spans[0] as Span), {
      exact: 'Moscou',
      suffix: ' a dit que les négociations',
    });
  });

  it('never cuts a grapheme', () => {
    const family = '👨‍👩‍👧';
    const text = `${family.repeat(30)}Diop${'e\u0301'.repeat(60)}`;
    const { prefix = '', suffix = '' } = createDescriber(text).describe(
      span(family.length * 30, family.length * 30 + 4),
    );
    assert.equal(prefix, family.repeat(prefix.length / family.length));
    assert.equal(suffix, 'e\u0301'.repeat(suffix.length / 2));
  });
});

describe('track', () => {
  const steps: [name: string, before: string, edit: string, after: string][] = [
    ['typing before', '|M. [Diop]', 'x', 'xM. [Diop]'],
    ['a space behind', '[Diop]| a', ' ', '[Diop]  a'],
    ['a letter behind', '[Diop]| a', 's', '[Diops] a'],
    ['a full stop behind', '[Diop]| a', '.', '[Diop]. a'],
    ['a letter before', 'M. |[Diop]', 'e', 'M. [eDiop]'],
    ['a space before', 'M.|[Diop]', ' ', 'M. [Diop]'],
    ['inside', '[Di|op]', 'x', '[Dixop]'],
    ['replaced whole', '|[Diop]|', 'Lavrov', '[Lavrov]'],
    ['deleted whole', 'M. |[Diop]|', '', 'M. []'],
    ['deleted with its surroundings', 'M|. [Diop] |a', '', 'M[]a'],
    ['its beginning deleted', 'M|. [Di|op] a', '', 'M[op] a'],
    ['its end replaced with what follows', '[Di|op] a|', 'x', '[Di]x'],
  ];
  for (const [name, before, typed, after] of steps)
    it(name, () => {
      const [a = 0, b = a] = [...before.matchAll(/\|/g)].map(({ index }, i) => index - i);
      const old = splitMarks(before.replaceAll('|', ''));
      const offset = (at: number) =>
        at - [...before.replaceAll('|', '').slice(0, at)].filter((c) => c === '[' || c === ']').length;
      const edit = { span: span(offset(a), offset(b)), text: typed };
      const [now] = track(old.spans, [edit], old.text);
      const text = applyEdits(old.text, [edit]);
      assert.equal(`${text.slice(0, now?.start)}[${wordsAt(text, now)}]${text.slice(now?.end)}`, after);
    });
});

describe('rewriteSelectors', () => {
  const before = splitMarks(
    'Le ministre [Diop] a pris la parole à [Bamako] hier soir devant la presse. Il a dit « [Nous irons] » avant de partir.',
  );
  const records = describeAll(before.text, before.spans).map(recordOf);
  const save = (edits: Parameters<typeof track>[1]) => {
    const text = applyEdits(before.text, edits);
    const spans = track(before.spans, edits, before.text);
    const rewritten = runSteps(
      rewriteSelectors(
        text,
        records.map((record, i) => ({ record, spans: [spans[i] as Span] })),
      ),
    );
    return { text, spans, rewritten };
  };
  const at = (words: string) => span(before.text.indexOf(words), before.text.indexOf(words) + words.length);

  it('gives nothing back when nothing was edited', () => assert.deepEqual(save([]).rewritten, []));

  it('keeps the first words of a confirmed record', () => {
    const { rewritten } = save([{ span: at('Nous irons'), text: 'Nous partirons' }]);
    const [record] = rewritten;
    assert.equal(rewritten.length, 1);
    assert.deepEqual(record?.kind === 'mention' && [record.selector.exact, record.was?.exact], [
      'Nous partirons',
      'Nous irons',
    ]);
  });

  it('leaves a deleted record as it was', () => {
    const { rewritten } = save([{ span: at('à Bamako '), text: '' }]);
    assert.ok(rewritten.every(({ id }) => id !== 'm1'));
  });

  it('finds every place by what was written, or says that it does not', () => {
    const edit = fc.tuple(
      fc.nat(before.text.length),
      fc.nat(12),
      fc.constantFrom('', ' ', 'x', ' Diop', 'Bamako', '. ', '\n\n'),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 3 }), (given) => {
        const edits = disjoint(
          given.map(([start, length, text]) => ({
            span: span(start, Math.min(start + length, before.text.length)),
            text,
          })),
        );
        const { text, spans, rewritten } = save(edits);
        const saved = records.map((record) => rewritten.find(({ id }) => id === record.id) ?? record);
        for (const [i, placed] of anchor(text, saved).entries())
          if (placed.state === 'exact' && spans[i]?.start !== spans[i]?.end)
            assert.deepEqual(placed.spans, [spans[i]], text);
      }),
      { numRuns: 60 },
    );
  });
});

function disjoint<T extends { readonly span: Span }>(edits: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start))
    if (edit.span.start > (kept.at(-1)?.span.end ?? -1)) kept.push(edit);
  return kept;
}
