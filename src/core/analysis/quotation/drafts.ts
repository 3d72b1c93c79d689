import type { QuotationForm, MentionType } from '../../annotation/types';
import { why, type Why } from '../../annotation/why';
import type { RefusalReason } from '../../annotation/suggestion';
import type { Span } from '../../util/span';
import { findCues, type CueFound } from './cues';
import { findIndirect, indirectFeatures, type IndirectFound } from './indirect';
import { probability, score, scoreTriple, softmax } from './linear';
import { freeConditionals } from './freeConditional';
import { inciseEnd } from './incise';
import { linkMarks, sceneOf, type Link } from './links';
import { markFeatures } from './markFeatures';
import type { MarkedSpan } from './marks';
import type { QuotationModel } from './model';
import { spanOf, wordAt, type Passage } from './passage';
import { refusalReason } from './refusal';
import {
  createPhraseIndex,
  findSources,
  sourcesWithoutCue,
  stressedSource,
  type SourceCandidate,
} from './sources';

/** A quotation before its speaker is known. Spans are article offsets. */
export interface Draft {
  readonly passage: Passage;
  readonly form: QuotationForm;
  readonly content: readonly Span[];
  readonly marks: readonly Span[];
  readonly cue?: CueFound;
  /** Possible sources, best first. */
  readonly sources: readonly SourceCandidate[];
  /** Token at which it begins, for order and distance. */
  readonly token: number;
  readonly found: number;
  readonly formConfidence: number;
  readonly why: readonly Why[];
  /** Goes on with the last quotation of the paragraph before. */
  readonly continues: boolean;
  /** Value of `inside` at its level: a quotation in a quotation has another speaker. */
  readonly level: number;
  /** An answer or a line of dialogue, known by its place alone. */
  readonly byLayout: boolean;
}

export interface RefusedDraft {
  readonly span: Span;
  readonly reason: RefusalReason;
  readonly confidence: number;
}

export interface PassageDrafts {
  readonly drafts: readonly Draft[];
  readonly refused: readonly RefusedDraft[];
}

/** What the passage reports, in text order; with `weak` also sentences in the conditional that may go on reporting. */
export function draftQuotations(passage: Passage, model: QuotationModel, weak = false): PassageDrafts {
  const scene = analysePassage(passage, model);
  const marked = withParts(scene.links.map((link) => judge(scene, link)));
  const drafts = [...markedDrafts(scene, marked), ...indirectDrafts(scene, marked)];
  const more = weak ? freeConditionals(passage, drafts, scene.cues) : [];
  return {
    drafts: [...drafts, ...more].sort((a, b) => startOf(a) - startOf(b)),
    refused: marked.filter((item) => item.form === 'none').map((item) => refusedDraft(scene, item)),
  };
}

function startOf(draft: Draft): number {
  return (draft.content[0] as Span).start;
}

/** A passage read as far as no weights are needed, but for the order of sources. */
export interface PassageAnalysis {
  readonly passage: Passage;
  readonly model: QuotationModel;
  readonly cues: readonly CueFound[];
  readonly links: readonly Link[];
  sourcesOf(cue: number): readonly SourceCandidate[];
  /** Possible sources of marked words without words of saying. */
  sourcesOfMark(mark: number): readonly SourceCandidate[];
}

export function analysePassage(passage: Passage, model: QuotationModel): PassageAnalysis {
  const cues = findCues(passage);
  const phrases = createPhraseIndex(passage, cues);
  const kept = new Map<number, readonly SourceCandidate[]>();
  const keptOfMarks = new Map<number, readonly SourceCandidate[]>();
  return {
    passage,
    model,
    cues,
    links: linkMarks(passage, cues),
    sourcesOfMark: (mark) => {
      const found = keptOfMarks.get(mark) ?? sourcesWithoutCue(passage, mark, phrases, model.source);
      keptOfMarks.set(mark, found);
      return found;
    },
    sourcesOf: (index) => {
      const known = kept.get(index);
      if (known) return known;
      const cue = cues[index] as CueFound;
      const stressed = stressedSource(passage, cue);
      const found: readonly SourceCandidate[] = stressed
        ? [{ phrase: stressed, features: ['stressed'], score: 9 }]
        : findSources(passage, cue, phrases.around(cue), model.source);
      kept.set(index, found);
      return found;
    },
  };
}

/** The features of a marked span with its likeliest source. */
export function featuresOfMark(scene: PassageAnalysis, link: Link): readonly string[] {
  const { passage, cues } = scene;
  const unspoken = isUnspoken(link) || link.cue === undefined;
  const [source] = unspoken ? scene.sourcesOfMark(link.mark) : scene.sourcesOf(link.cue);
  const cue = link.cue === undefined ? undefined : cues[link.cue];
  return markFeatures(passage, link.mark, link, cue, sourceKind(passage, source));
}

interface Judged {
  readonly link: Link;
  readonly mark: MarkedSpan;
  readonly form: 'direct' | 'mixed' | 'none';
  /** Probabilities of direct, mixed, none. */
  readonly chances: readonly [number, number, number];
}

function judge(scene: PassageAnalysis, link: Link): Judged {
  const { passage, model } = scene;
  const mark = passage.marks[link.mark] as MarkedSpan;
  const features = featuresOfMark(scene, link);
  const [direct = 0, mixed = 0, none = 0] = softmax(scoreTriple(model.mark, features));
  const taken = direct + mixed;
  if (mark.style === 'layout') return { link, mark, form: 'direct', chances: [0.95, 0.01, 0.04] };
  const form =
    taken < leastTaken(scene, link)
      ? 'none'
      : direct >= mixed || standsAlone(link, features)
        ? 'direct'
        : 'mixed';
  return { link, mark, form, chances: [direct, mixed, none] };
}

/** A verb that quotes by marks alone, with its object right behind, needs less than other marks. */
function leastTaken({ cues, model: { thresholds } }: PassageAnalysis, link: Link): number {
  const cue = link.cue === undefined ? undefined : cues[link.cue];
  const quotes = cue?.form === 'finite' && !cue.passive && cue.frames.includes('o') && cue.tone !== 'neutral';
  return quotes && link.relation === 'object' && link.distance <= 3
    ? thresholds.marksOfObject
    : thresholds.marksTaken;
}

/** The second part of split words is what the first part is. */
function withParts(marked: readonly Judged[]): readonly Judged[] {
  return marked.map((item, index) => {
    if (item.link.relation !== 'split') return item;
    const first = marked.slice(Math.max(0, index - 4), index).find(({ link }) => link.cue === item.link.cue);
    return first && first.form !== 'none' ? { ...item, form: first.form } : item;
  });
}

/** A capital, a subject and a verb beside words of saying: by definition direct, however short. */
function standsAlone({ relation }: Link, features: readonly string[]): boolean {
  const beside = relation === 'after' || relation === 'incise' || relation === 'colon';
  return beside && features.includes('full-clause') && features.includes('capital');
}

function refusedDraft({ passage }: PassageAnalysis, item: Judged): RefusedDraft {
  const { start, end } = item.mark.content;
  return {
    span: { start: start + passage.offset, end: end + passage.offset },
    reason: refusalReason(passage, item.link.mark),
    confidence: item.chances[2],
  };
}

/** Marked spans of one saying make one quotation. */
function markedDrafts(scene: PassageAnalysis, marked: readonly Judged[]): Draft[] {
  const groups = new Map<string, Judged[]>();
  for (const item of marked) {
    if (item.form === 'none') continue;
    const key = groupKey(item);
    const group = groups.get(key);
    if (group && belongs(scene, group, item)) group.push(item);
    else if (group) groups.set(`${key} ${item.link.mark}`, [item]);
    else groups.set(key, [item]);
  }
  return [...groups.values()].map((group) => markedDraft(scene, group));
}

function groupKey({ link, form, mark }: Judged): string {
  if (link.cue === undefined || link.relation === 'far') return `mark ${link.mark}`;
  return `cue ${link.cue} ${mark.parent} ${form}`;
}

/** Split by an incise, or several parts in the marks of one sentence. */
function belongs({ passage }: PassageAnalysis, group: readonly Judged[], item: Judged): boolean {
  const last = group.at(-1) as Judged;
  const between = passage.tokens.text.slice(last.mark.content.end, item.mark.content.start);
  if (between.length > 300) return false;
  if (item.link.relation === 'split') return true;
  return item.form === 'mixed' || !/[.!?]\s/u.test(between.slice(1));
}

function markedDraft(scene: PassageAnalysis, group: readonly Judged[]): Draft {
  const { passage, cues } = scene;
  const first = group[0] as Judged;
  const index = group.find((item) => item.link.cue !== undefined)?.link.cue;
  const cue = index === undefined || isUnspoken(first.link) ? undefined : cues[index];
  const content = group.flatMap((item) => fragmentsOf(scene, item));
  const token = sceneOf(passage, first.link.mark);
  const chance = (k: 0 | 1 | 2) => Math.max(...group.map((item) => item.chances[k]));
  const taken = 1 - Math.min(...group.map((item) => item.chances[2]));
  const sources =
    index === undefined || cue === undefined ? scene.sourcesOfMark(first.link.mark) : scene.sourcesOf(index);
  return {
    passage,
    form: first.form === 'direct' ? 'direct' : 'mixed',
    content,
    marks: group.flatMap((item) => marksOf(passage, item.mark)),
    ...(cue && { cue }),
    sources,
    token: token.whole.start,
    found: taken * (first.mark.certain ? 1 : 0.8),
    formConfidence: chance(first.form === 'direct' ? 0 : 1) / Math.max(taken, 0.01),
    why: [
      why('quotation-marks', first.link.relation),
      ...(first.mark.certain ? [] : [why('quotation-marks-incomplete')]),
    ],
    continues: first.mark.continues ?? false,
    level: first.mark.parent,
    byLayout: first.mark.style === 'layout' || first.mark.style === 'dash',
  };
}

/** Whether no words of saying belong to the marked words. */
export function isUnspoken({ relation }: Link): boolean {
  return relation === 'none' || relation === 'far';
}

function marksOf({ offset }: Passage, { open, close }: MarkedSpan): Span[] {
  return [open, close]
    .filter((item) => item !== undefined)
    .map(({ start, end }) => ({ start: start + offset, end: end + offset }));
}

/** The marked words, without an incise inside them. */
function fragmentsOf({ passage, cues }: PassageAnalysis, { link, mark }: Judged): Span[] {
  const { offset, tokens } = passage;
  const whole = { start: mark.content.start + offset, end: mark.content.end + offset };
  if (link.relation !== 'incise' || link.cue === undefined) return [whole];
  const cue = cues[link.cue] as CueFound;
  const before = tokens.ends[Math.max(cue.start - 2, 0)] as number;
  const resumed = inciseEnd(passage, cue, mark);
  const fragments = [{ start: whole.start, end: before + offset }];
  if (resumed !== undefined)
    fragments.push({ start: (tokens.starts[resumed] as number) + offset, end: whole.end });
  const kept = fragments.filter((item) => item.end > item.start);
  return kept.length > 0 ? kept : [whole];
}

function indirectDrafts(scene: PassageAnalysis, marked: readonly Judged[]): Draft[] {
  const { passage, cues, model } = scene;
  const spoken = new Map<number, Judged[]>();
  for (const item of marked)
    if (item.form !== 'none' && item.link.cue !== undefined && item.link.relation !== 'far')
      spoken.set(item.link.cue, [...(spoken.get(item.link.cue) ?? []), item]);
  const drafts: Draft[] = [];
  for (const [index, cue] of cues.entries()) {
    const found = findIndirect(passage, cues, index);
    if (!found || isAllMarked(passage, found) || coveredByMarks(passage, found, spoken.get(index) ?? []))
      continue;
    const sources = scene.sourcesOf(index);
    const chance = probability(
      score(
        model.indirect,
        indirectFeatures(passage, cue, found, sourceKind(passage, sources[0]), sources[0]?.score ?? -9),
      ),
    );
    if (chance < model.thresholds.indirectTaken) continue;
    drafts.push(indirectDraft(passage, cue, found, sources, chance));
  }
  return withoutDoubles(drafts);
}

/** A report that holds marked words of the same saying is mixed; a sentence in marks behind its colon is a quotation of its own. */
function coveredByMarks(passage: Passage, found: IndirectFound, spoken: readonly Judged[]): boolean {
  const last = found.fragments.at(-1) as Span;
  const end = passage.tokens.ends[last.end - 1] as number;
  return spoken.some((item) => item.link.relation !== 'colon' || item.mark.content.start < end);
}

/** Words wholly in marks are judged as marked words, not as a clause. */
function isAllMarked({ inside }: Passage, { fragments }: IndirectFound): boolean {
  return fragments.every(({ start, end }) => {
    for (let i = start; i < end; i++) if (inside[i] === -1) return false;
    return true;
  });
}

export function sourceKind(passage: Passage, source: SourceCandidate | undefined): string {
  if (!source) return 'none';
  const { phrase } = source;
  const type: MentionType | undefined =
    phrase.mention === undefined ? undefined : passage.mentions[phrase.mention]?.type;
  if (phrase.kind === 'name') return `name-${type ?? 'unknown'}`;
  if (phrase.kind === 'pronoun') return wordAt(passage, phrase.head) === 'on' ? 'pronoun-on' : 'pronoun';
  return `noun-${phrase.nounClass}`;
}

function indirectDraft(
  passage: Passage,
  cue: CueFound,
  found: IndirectFound,
  sources: readonly SourceCandidate[],
  chance: number,
): Draft {
  return {
    passage,
    form: 'indirect',
    content: found.fragments.map(({ start, end }) => spanOf(passage, start, end)),
    marks: [],
    cue,
    sources,
    token: (found.fragments[0] as Span).start,
    found: chance,
    formConfidence: 0.95,
    why: [why('reported-clause', cue.lemma)],
    continues: false,
    level: -1,
    byLayout: false,
  };
}

/** Of two reports of nearly the same words the likelier is kept: "a-t-il dit, selon X". */
function withoutDoubles(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const rival = kept.at(-1);
    if (rival && sameWords(rival, draft)) {
      if (draft.found > rival.found) kept[kept.length - 1] = draft;
    } else kept.push(draft);
  }
  return kept;
}

function sameWords(a: Draft, b: Draft): boolean {
  const [first, second] = [a.content[0] as Span, b.content[0] as Span];
  const shared = Math.min(first.end, second.end) - Math.max(first.start, second.start);
  return shared > 0.8 * Math.max(first.end - first.start, second.end - second.start);
}
