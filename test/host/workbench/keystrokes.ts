/**
 * The keystroke-level model (Card, Moran and Newell 1980): seconds of a practised person for each operator. A click is a press and a
 * release of the mouse's button; keys held down for another count as keys.
 */
const seconds = { key: 0.28, decision: 1.35, point: 1.1, button: 0.1 } as const;

/** How often each operator occurs. */
export type Operators = Readonly<Partial<Record<keyof typeof seconds, number>>>;

export function secondsOf(operators: Operators): number {
  return Object.entries(operators).reduce(
    (sum, [operator, count]) => sum + count * seconds[operator as keyof typeof seconds],
    0,
  );
}

export function keysIn(pressed: string): number {
  return pressed.split('+').length;
}

/** What one article needs: things that are right as suggested, and corrections by kind. */
export interface Task {
  readonly right: number;
  readonly rejected: number;
  readonly rebounded: number;
  readonly speakers: number;
  readonly added: number;
}

/** What each step costs in a tool, by the tool's own manual; every one but the last holds one decision. */
export interface Tool {
  readonly name: string;
  readonly source: string;
  readonly steps: Readonly<Record<keyof Task | 'end', Operators>>;
}

const click: Operators = { point: 1, button: 2 };
const doubleClick: Operators = { point: 1, button: 4 };
/** From one end of the words to the other with the button down. */
const drag: Operators = { point: 2, button: 2 };

/**
 * The same suggestions, shown as annotations of these tools. Neither can say that somebody looked at an annotation and found it right,
 * so what is right costs the look alone, and is not told from what nobody looked at afterwards.
 */
export const tools: readonly Tool[] = [
  {
    name: 'brat',
    source: 'https://brat.nlplab.org/manual.html, https://brat.nlplab.org/features.html',
    steps: {
      right: { decision: 1 },
      // A double click opens the dialog of the annotation, where a button deletes and a question is answered.
      rejected: sum({ decision: 1 }, doubleClick, click, { key: 1 }),
      // The dialog's button to move it, the words anew, the dialog's OK.
      rebounded: sum({ decision: 1 }, doubleClick, click, drag, { key: 1 }),
      // An arc drawn from the quotation to the name; its type by a key, then OK.
      speakers: sum({ decision: 1 }, drag, { key: 2 }),
      // The words selected with the mouse, a key for the type, OK.
      added: sum({ decision: 1 }, drag, { key: 2 }),
      end: {},
    },
  },
  {
    name: 'Label Studio',
    source: 'https://labelstud.io/guide/labeling, https://labelstud.io/guide/hotkeys',
    steps: {
      right: { decision: 1 },
      // The region clicked, then Backspace.
      rejected: sum({ decision: 1 }, click, { key: 1 }),
      // Deleted, then its label's key and the words anew.
      rebounded: sum({ decision: 1 }, click, { key: 2 }, drag),
      // The region clicked, Alt+R, the other region clicked.
      speakers: sum({ decision: 1 }, click, { key: 2 }, click),
      // The label's key, then the words with the mouse.
      added: sum({ decision: 1 }, { key: 1 }, drag),
      // Ctrl+Enter submits.
      end: { key: 2 },
    },
  },
];

/** Seconds for the task in the tool. */
export function taskSeconds({ steps }: Tool, task: Task): number {
  const kinds = Object.entries(task) as readonly (readonly [keyof Task, number])[];
  return kinds.reduce((total, [kind, count]) => total + count * secondsOf(steps[kind]), secondsOf(steps.end));
}

function sum(...all: readonly Operators[]): Operators {
  const total: Partial<Record<keyof typeof seconds, number>> = {};
  for (const operators of all)
    for (const [operator, count] of Object.entries(operators))
      total[operator as keyof typeof seconds] = (total[operator as keyof typeof seconds] ?? 0) + count;
  return total;
}
