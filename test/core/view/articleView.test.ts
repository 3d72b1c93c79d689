import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { MentionRecord, QuotationRecord } from '../../../src/core/annotation/record';
import type {
  Analysis,
  MentionSuggestion,
  QuotationSuggestion,
} from '../../../src/core/annotation/suggestion';
import type { MentionType } from '../../../src/core/annotation/types';
import { articleView } from '../../../src/core/view/articleView';
import { groupPlaced, placedAt } from '../../../src/core/view/placed';
import type { ArticleView } from '../../../src/core/view/types';

const text =
  'À Bamako, le ministre du Mali Abdoulaye Diop parle. « Nous irons jusqu’au bout », a dit Diop. “Non”, dit Paris Match à Paris.';

/** `person Abdoulaye Diop` or `role le ministre du Mali`: a type or form and the words, at their first place or after `@`. */
function suggestion(line: string): MentionSuggestion {
  const [type = '', words = ''] = split(line);
  const isRole = type === 'role';
  return {
    span: placeOf(words),
    type: isRole ? 'person' : (type as MentionType),
    form: isRole ? 'role' : 'name',
    entity: `${isRole ? 'person' : type} ${words}`,
    confidence: 0.9,
    why: [],
  };
}

/** `confirmed person Diop` or `rejected:type person Diop`: status with scope, type, words. */
function decision(line: string, index: number) {
  const [standing = '', rest = ''] = split(line);
  const [type = '', words = ''] = split(rest);
  const [status, scope] = standing.split(':');
  const record = {
    id: `d${index}`,
    kind: 'mention',
    type,
    selector: { exact: words },
    status,
    ...(scope !== undefined && { scope }),
  } as MentionRecord;
  return placedAt(record, 'exact', [placeOf(words)]);
}

function split(line: string): readonly [string, string] {
  const space = line.indexOf(' ');
  return [line.slice(0, space), line.slice(space + 1)];
}

function placeOf(words: string) {
  const start = text.indexOf(words);
  assert.notEqual(start, -1, words);
  return { start, end: start + words.length };
}

function analysisOf(
  mentions: readonly MentionSuggestion[],
  quotations: readonly QuotationSuggestion[] = [],
): Analysis {
  const entities = mentions.flatMap(({ entity, type, span }) =>
    entity === undefined || type === 'date' || type === 'hour'
      ? []
      : [{ key: entity, type, name: text.slice(span.start, span.end), aliases: [], roles: [] }],
  );
  const unique = new Map(entities.map((entity) => [entity.key, entity]));
  return { mentions, entities: [...unique.values()], quotations, refused: [] };
}

function shownMentions({ mentions }: ArticleView): readonly string[] {
  return mentions.map(({ status, type, span }) => `${status} ${type} ${text.slice(span.start, span.end)}`);
}

interface Case {
  readonly name: string;
  readonly suggested: readonly string[];
  readonly decided: readonly string[];
  readonly shown: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'suggestions alone are shown in text order',
    suggested: ['person Abdoulaye Diop', 'location Bamako'],
    decided: [],
    shown: ['suggested location Bamako', 'suggested person Abdoulaye Diop'],
  },
  {
    name: 'a confirmed mention takes the place of its suggestion',
    suggested: ['person Abdoulaye Diop'],
    decided: ['confirmed person Abdoulaye Diop'],
    shown: ['confirmed person Abdoulaye Diop'],
  },
  {
    name: 'a correction of the type beats the suggestion',
    suggested: ['location Paris Match'],
    decided: ['confirmed product Paris Match'],
    shown: ['confirmed product Paris Match'],
  },
  {
    name: 'a longer confirmed name hides the shorter suggestion inside it',
    suggested: ['location Paris'],
    decided: ['confirmed product Paris Match'],
    shown: ['confirmed product Paris Match'],
  },
  {
    name: 'a rejected suggestion stays hidden',
    suggested: ['person Abdoulaye Diop', 'location Bamako'],
    decided: ['rejected:span person Abdoulaye Diop'],
    shown: ['suggested location Bamako'],
  },
  {
    name: 'a rejection hides the same name proposed a word longer',
    suggested: ['person Mali Abdoulaye Diop'],
    decided: ['rejected:span person Abdoulaye Diop'],
    shown: [],
  },
  {
    name: 'a rejected type leaves another type of the same words',
    suggested: ['product Paris Match'],
    decided: ['rejected:type location Paris Match'],
    shown: ['suggested product Paris Match'],
  },
  {
    name: 'a rejected type hides that type',
    suggested: ['location Paris Match'],
    decided: ['rejected:type location Paris Match'],
    shown: [],
  },
  {
    name: 'a rejected form hides its other places too',
    suggested: ['person Diop parle'],
    decided: ['rejected:form person Diop parle'],
    shown: [],
  },
  {
    name: 'a rejected link leaves the words shown',
    suggested: ['person Abdoulaye Diop'],
    decided: ['rejected:link person Abdoulaye Diop'],
    shown: ['suggested person Abdoulaye Diop'],
  },
  {
    name: 'a confirmed name inside a description leaves the description',
    suggested: ['role le ministre du Mali', 'location Mali'],
    decided: ['confirmed location Mali'],
    shown: ['suggested person le ministre du Mali', 'confirmed location Mali'],
  },
  {
    name: 'a confirmed description leaves the name inside it',
    suggested: ['role le ministre du Mali', 'location Mali'],
    decided: ['confirmed person le ministre du Mali'],
    shown: ['confirmed person le ministre du Mali', 'suggested location Mali'],
  },
  {
    name: 'a rejected description leaves the name inside it',
    suggested: ['role le ministre du Mali', 'location Mali'],
    decided: ['rejected:span person le ministre du Mali'],
    shown: ['suggested location Mali'],
  },
  {
    name: 'a suggestion that the sidecar records is shown once, as a suggestion',
    suggested: ['person Abdoulaye Diop'],
    decided: ['suggested person Abdoulaye Diop'],
    shown: ['suggested person Abdoulaye Diop'],
  },
];

describe('article view: mentions', () => {
  for (const { name, suggested, decided, shown } of cases)
    it(name, () => {
      const placed = groupPlaced(decided.map(decision));
      const view = articleView({
        text,
        analysis: analysisOf(suggested.map(suggestion)),
        placed,
        entities: [],
      });
      assert.deepEqual(shownMentions(view), shown);
    });

  it('drops the link that was rejected, and only that', () => {
    const record = {
      ...(decision('rejected:link person Abdoulaye Diop', 0).record as MentionRecord),
      entity: 'diop',
    };
    const view = articleView({
      text,
      analysis: analysisOf([suggestion('person Abdoulaye Diop')]),
      placed: groupPlaced([placedAt(record, 'exact', [placeOf('Abdoulaye Diop')])]),
      entities: [{ id: 'diop', type: 'person', name: 'Abdoulaye Diop' }],
    });
    assert.equal(view.mentions[0]?.entity, undefined);
  });

  it('shows decisions without any analysis', () => {
    const placed = groupPlaced([decision('confirmed location Bamako', 0)]);
    const view = articleView({ text, placed, entities: [] });
    assert.deepEqual(shownMentions(view), ['confirmed location Bamako']);
    assert.equal(view.analysed, false);
  });

  it('tells of records without a place, and hides nothing by them', () => {
    const { record } = decision('rejected:span location Bamako', 0);
    const view = articleView({
      text,
      analysis: analysisOf([suggestion('location Bamako')]),
      placed: groupPlaced([placedAt(record, 'orphan', undefined)]),
      entities: [],
    });
    assert.deepEqual(shownMentions(view), ['suggested location Bamako']);
    assert.equal(view.unplaced.length, 1);
  });
});

describe('article view: entities', () => {
  const both = (entity?: string) => {
    const record = {
      ...(decision('confirmed person Abdoulaye Diop', 0).record as MentionRecord),
      ...(entity !== undefined && { entity }),
    };
    return articleView({
      text,
      analysis: analysisOf([
        suggestion('person Abdoulaye Diop'),
        { ...suggestion('person Diop.'), entity: 'person Abdoulaye Diop' },
      ]),
      placed: groupPlaced([placedAt(record, 'exact', [placeOf('Abdoulaye Diop')])]),
      entities: [{ id: 'k3f9', type: 'person', name: 'A. Diop', formerIds: ['old1'] }],
    });
  };

  it('counts suggested mentions to the recorded entity that a confirmed one names', () => {
    assert.deepEqual(both('k3f9').entities.get('k3f9')?.mentions, [0, 1]);
  });

  it('resolves an id that an entity had before a merge', () => {
    assert.equal(both('old1').mentions[0]?.entity, 'k3f9');
  });

  it('keeps suggested entities apart from recorded ones that nothing ties to them', () => {
    const keys = [...both().entities.keys()];
    assert.deepEqual(keys, ['k3f9', 'suggested:person Abdoulaye Diop']);
  });
});

function quotation(words: string, speakers: readonly string[] = []): QuotationSuggestion {
  return {
    form: 'direct',
    content: [placeOf(words)],
    marks: [],
    speakers,
    candidates: [],
    confidence: { found: 0.9, form: 1, speaker: 0.5 },
    why: [],
  };
}

function quotationDecision(words: string, status: 'confirmed' | 'rejected', scope?: 'span' | 'speaker') {
  const record: QuotationRecord = {
    id: 'q1',
    kind: 'quotation',
    form: 'direct',
    content: [{ exact: words }],
    speakers: [],
    status,
    ...(scope && { scope }),
  };
  return placedAt(record, 'exact', [placeOf(words)]);
}

describe('article view: quotations', () => {
  const shown = (suggested: readonly QuotationSuggestion[], decided: ReturnType<typeof quotationDecision>) =>
    articleView({
      text,
      analysis: analysisOf([suggestion('person Abdoulaye Diop')], suggested),
      placed: groupPlaced([decided]),
      entities: [],
    }).quotations.map(
      ({ status, content, speakers }) =>
        `${status} ${text.slice(content[0]?.start, content[0]?.end)} (${speakers.length})`,
    );

  it('a confirmed one takes the place of the suggestion a word shorter', () => {
    assert.deepEqual(
      shown([quotation('irons jusqu’au bout')], quotationDecision('Nous irons jusqu’au bout', 'confirmed')),
      ['confirmed Nous irons jusqu’au bout (0)'],
    );
  });

  it('a rejected one stays hidden, also a word longer', () => {
    assert.deepEqual(
      shown(
        [quotation('Nous irons jusqu’au bout')],
        quotationDecision('irons jusqu’au bout', 'rejected', 'span'),
      ),
      [],
    );
  });

  it('a quotation inside another has a decision of its own', () => {
    assert.deepEqual(
      shown([quotation('Nous irons jusqu’au bout')], quotationDecision('bout', 'rejected', 'span')),
      ['suggested Nous irons jusqu’au bout (0)'],
    );
  });

  it('a rejected speaker leaves the quotation', () => {
    const found = quotation('Nous irons jusqu’au bout', ['person Abdoulaye Diop']);
    assert.deepEqual(shown([found], quotationDecision('Nous irons jusqu’au bout', 'rejected', 'speaker')), [
      'suggested Nous irons jusqu’au bout (1)',
    ]);
  });

  it('finds the marks around the words of a record', () => {
    const view = articleView({
      text,
      placed: groupPlaced([quotationDecision('Nous irons jusqu’au bout', 'confirmed')]),
      entities: [],
    });
    assert.deepEqual(
      view.quotations[0]?.marks.map(({ start, end }) => text.slice(start, end)),
      ['«', '»'],
    );
  });
});

describe('article view: laws', () => {
  const spans = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));
  const types = fc.constantFrom<MentionType>('person', 'location', 'organization');
  const mentions = fc.array(
    fc.record({ span: spans, type: types }).map(({ span, type }): MentionSuggestion => {
      return { span, type, form: 'name', confidence: 1, why: [] };
    }),
    { maxLength: 8 },
  );
  const records = fc.array(fc.record({ span: spans, type: types, isRejected: fc.boolean() }), {
    maxLength: 5,
  });

  it('shows every confirmed decision, and no name that overlaps a decision on these words', () => {
    fc.assert(
      fc.property(mentions, records, (suggested, decided) => {
        const placed = decided.map(({ span, type, isRejected }, index) => {
          const exact = text.slice(span.start, span.end);
          const status = isRejected ? ('rejected' as const) : ('confirmed' as const);
          const record: MentionRecord = {
            id: `m${index}`,
            kind: 'mention',
            type,
            selector: { exact },
            status,
          };
          return placedAt(record, 'exact', [span]);
        });
        const view = articleView({
          text,
          analysis: analysisOf(suggested),
          placed: groupPlaced(placed),
          entities: [],
        });
        const confirmed = view.mentions.filter(({ status }) => status === 'confirmed');
        assert.equal(confirmed.length, decided.filter(({ isRejected }) => !isRejected).length);
        for (const { status, span } of view.mentions) {
          if (status === 'confirmed') continue;
          const rivals = decided.filter((each) => each.span.start < span.end && span.start < each.span.end);
          // What is left beside a decision lies inside a description, which begins with a small letter.
          for (const { span: rival } of rivals) assert.match(text.slice(rival.start, rival.end), /^\p{Ll}/u);
        }
      }),
    );
  });
});
