import { mentionTypes } from '../../annotation/types';
import { inSteps, type Steps } from '../../util/steps';
import type { Candidate } from './candidates';

/**
 * What the article as a whole says for or against a candidate, as numbers of indicator features below `evidenceRoom`. Each is
 * crossed with the type and with how sure the recogniser was, so that a linear model can weigh them.
 */
export class ArticleEvidence {
  private readonly forms = new Map<string, FormFacts>();
  private readonly parts = new Map<string, PartFacts>();

  /** Use `gatherEvidence`, which fills it. */
  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly rivals: Float32Array,
  ) {}

  add(candidate: Candidate): void {
    this.addForm(candidate);
    if (candidate.confidence >= 0.5 && candidate.words.length > 1) this.addParts(candidate);
  }

  /** Feature numbers of the candidate with this index. */
  features(index: number): Int32Array {
    const candidate = this.candidates[index] as Candidate;
    const type = mentionTypes.indexOf(candidate.type);
    const own = step(candidate.confidence);
    const coarse = own >> 2;
    const facts = this.forms.get(candidate.key) as FormFacts;
    const same = facts.best[type] === candidate ? facts.second[type] : facts.best[type];
    const other = bestOther(facts, type);
    const rival = step(this.rivals[index] as number);
    const count = Math.min(facts.places, 5);
    const mean = step((facts.sums[type] as number) / facts.places);
    const part = this.partOf(candidate, type);
    const layout =
      (candidate.titleLike ? 1 : 0) + (candidate.opensSentence ? 2 : 0) + (candidate.allCapitals ? 4 : 0);
    const crossed = [
      own,
      20 + step(same?.confidence ?? 0) + 16 * (same ? 1 : 0) + 32 * coarse,
      160 + step(other?.confidence ?? 0) + 16 * (other ? 1 : 0) + 32 * coarse,
      290 + rival + 16 * coarse,
      360 + count * 16 + mean,
      460 + part + 10 * coarse,
      510 + layout + 8 * coarse,
      550 + Math.min(candidate.words.length, 6) + 8 * coarse,
      590 + rival + 16 * own,
    ];
    return Int32Array.from(crossed, (number) => number * mentionTypes.length + type);
  }

  private addForm(candidate: Candidate): void {
    const facts = this.forms.get(candidate.key) ?? newFacts();
    this.forms.set(candidate.key, facts);
    const type = mentionTypes.indexOf(candidate.type);
    const place = `${candidate.block} ${candidate.first}`;
    if (!facts.seen.has(place)) facts.places++;
    facts.seen.add(place);
    facts.sums[type] = (facts.sums[type] ?? 0) + candidate.confidence;
    const best = facts.best[type];
    if (!best || best.confidence < candidate.confidence) {
      facts.second[type] = best;
      facts.best[type] = candidate;
    } else if (!facts.second[type] || facts.second[type].confidence < candidate.confidence)
      facts.second[type] = candidate;
  }

  /** "Diop" is part of "Abdoulaye Diop"; "Sahel" of "Alliance des États du Sahel". */
  private addParts({ words, type }: Candidate): void {
    const number = mentionTypes.indexOf(type);
    this.addPart(words.at(-1) as string, number, 2);
    this.addPart(words.slice(1).join(' '), number, 2);
    this.addPart(words[0] as string, number, 1);
    this.addPart(words.slice(0, -1).join(' '), number, 1);
  }

  private addPart(key: string, type: number, place: 1 | 2): void {
    const facts = this.parts.get(key) ?? { types: 0 };
    facts.types |= 1 << (type * 2 + place - 1);
    this.parts.set(key, facts);
  }

  /** 0 none, then begins or ends a longer name of the same type (1-3), of others only (4-6); 7 both kinds. */
  private partOf(candidate: Candidate, type: number): number {
    const facts = this.parts.get(candidate.key);
    if (!facts) return 0;
    const same = (facts.types >>> (type * 2)) & 3;
    let others = 0;
    for (let k = 0; k < mentionTypes.length; k++) if (k !== type) others |= (facts.types >>> (k * 2)) & 3;
    return same === 0 ? 3 + others : others === 0 ? same : 7;
  }
}

/** The evidence of all candidates, gathered in steps. */
export function* gatherEvidence(candidates: readonly Candidate[]): Steps<ArticleEvidence> {
  const evidence = new ArticleEvidence(candidates, yield* rivalsOf(candidates));
  yield* inSteps(candidates, (candidate) => evidence.add(candidate));
  return evidence;
}

interface FormFacts {
  readonly best: (Candidate | undefined)[];
  readonly second: (Candidate | undefined)[];
  readonly sums: number[];
  readonly seen: Set<string>;
  places: number;
}

interface PartFacts {
  /** Two bits a type: begins, ends a longer name of the type. */
  types: number;
}

function newFacts(): FormFacts {
  return { best: [], second: [], sums: mentionTypes.map(() => 0), seen: new Set(), places: 0 };
}

function bestOther(facts: FormFacts, type: number): Candidate | undefined {
  let best: Candidate | undefined;
  for (let k = 0; k < mentionTypes.length; k++) {
    const candidate = facts.best[k];
    if (k !== type && candidate && (!best || candidate.confidence > best.confidence)) best = candidate;
  }
  return best;
}

/** For each candidate the greatest confidence of another that overlaps it. */
function* rivalsOf(candidates: readonly Candidate[]): Steps<Float32Array> {
  const byBlock = new Map<number, number[]>();
  for (const [index, { block }] of candidates.entries()) {
    const indices = byBlock.get(block);
    if (indices) indices.push(index);
    else byBlock.set(block, [index]);
  }
  yield;
  const rivals = new Float32Array(candidates.length);
  yield* inSteps([...byBlock.values()], (indices) => noteRivals(candidates, indices, rivals));
  return rivals;
}

/** Of the candidates of one block. */
function noteRivals(candidates: readonly Candidate[], indices: number[], rivals: Float32Array): void {
  const at = (index: number | undefined) => candidates[index as number] as Candidate;
  indices.sort((a, b) => at(a).first - at(b).first || at(a).last - at(b).last);
  for (const [k, index] of indices.entries()) {
    const candidate = at(index);
    for (let next = k + 1; next < indices.length; next++) {
      const other = indices[next] as number;
      const rival = at(other);
      if (rival.first > candidate.last) break;
      rivals[index] = Math.max(rivals[index] as number, rival.confidence);
      rivals[other] = Math.max(rivals[other] as number, candidate.confidence);
    }
  }
}

/** A probability in sixteen steps, even in log-odds. */
function step(probability: number): number {
  if (probability <= 0) return 0;
  const odds = Math.log(probability / Math.max(1 - probability, 1e-6));
  return Math.max(0, Math.min(15, Math.floor(odds + 5)));
}
