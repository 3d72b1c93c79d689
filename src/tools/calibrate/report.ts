import type { EditClass } from './editClasses';
import type { Tally } from './tally';

const columns: readonly (readonly [title: string, value: (tally: Tally) => string])[] = [
  ['trials', ({ trials }) => String(trials)],
  ['exact', ({ states }) => String(states.exact)],
  ['moved', ({ states }) => String(states.moved)],
  ['changed', ({ states }) => String(states.changed)],
  ['uncertain', ({ states }) => String(states.uncertain)],
  ['orphan', ({ states }) => String(states.orphan)],
  ['wrong silent', ({ wrongSilent }) => String(wrongSilent)],
  ['wrong changed', ({ wrongChanged }) => String(wrongChanged)],
  ['unique words found', ({ uniqueFound, uniqueStanding }) => share(uniqueFound, uniqueStanding)],
  ['standing words found', ({ standingFound, standing }) => share(standingFound, standing)],
  ['edited words found', ({ editedFound, edited }) => share(editedFound, edited)],
  ['plain matcher: wrong', ({ plainWrong, plainTrials }) => share(plainWrong, plainTrials)],
  ['plain matcher: found', ({ plainFound, plainTrials }) => share(plainFound, plainTrials)],
];

/** A Markdown table: a row for each kind of edit, the sum below. */
export function reportOf(kinds: readonly EditClass[], tallies: ReadonlyMap<string, Tally>): string {
  const rows = kinds.map(({ name, undecidable }) =>
    row(undecidable ? `(${name})` : name, tallies.get(name) as Tally),
  );
  const light = kinds.filter((kind) => kind.light).map(({ name }) => tallies.get(name) as Tally);
  const head = `| edit | ${columns.map(([title]) => title).join(' | ')} |`;
  const rule = `|---|${columns.map(() => '--:').join('|')}|`;
  const sums = [
    ...(light.length > 0 ? [row('light edits', sum(light))] : []),
    row(
      'all',
      sum(kinds.filter(({ undecidable }) => !undecidable).map(({ name }) => tallies.get(name) as Tally)),
    ),
  ];
  return [head, rule, ...rows, ...sums].join('\n');
}

function row(name: string, tally: Tally): string {
  return `| ${name} | ${columns.map(([, value]) => value(tally)).join(' | ')} |`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => {
    const states = Object.fromEntries(
      Object.entries(a.states).map(([state, count]) => [
        state,
        count + b.states[state as keyof Tally['states']],
      ]),
    ) as Tally['states'];
    const numbers = Object.entries(a).filter(([key]) => key !== 'states') as [keyof Tally, number][];
    const added = Object.fromEntries(numbers.map(([key, value]) => [key, value + (b[key] as number)]));
    return { ...a, ...added, states };
  });
}
