/** Something that an executive can do next. */
export interface NextStep {
  kind: StepKind;
  /** Once on the page. */
  key: string;
  /** What it is about: a task's title, a company, a person. */
  about: string;
  /** Second words where there are any: a task's details, a company. */
  more?: string;
  /** Civil date by which, or on which. */
  on: string | null;
  /** Below the organisation. */
  path: string;
}

/** In the order in which they lead among equals: first what others wait for, last what one begins for oneself. */
const kinds = [
  "offer",
  "sign-plan",
  "sign-task",
  "task",
  "action",
  "follow-up",
  "go-on",
  "profile",
  "rate",
  "inventory",
  "ask",
  "milestone",
] as const;
export type StepKind = (typeof kinds)[number];

/** How many days ahead a kind presses: an offer wants thinking, a task a free evening. What is not named presses on its own day. */
const pressesAhead: Partial<Record<StepKind, number>> = { offer: 7, task: 2 };

/** Somebody waits for these now, whatever day they bear. */
const alwaysPresses: ReadonlySet<StepKind> = new Set<StepKind>(["sign-plan", "sign-task"]);

const dayNumber = (date: string) => Date.parse(`${date}T00:00Z`) / 86_400_000;

function presses({ kind, on }: NextStep, today: string): boolean {
  if (alwaysPresses.has(kind)) return true;
  return on !== null && dayNumber(on) - dayNumber(today) <= (pressesAhead[kind] ?? 0);
}

/**
 * The steps in the order in which they lead; the first is the one that a home shows. What presses comes first, by kind and then by day.
 * The rest comes by day, then by kind; what has no day stands after what has one.
 */
export function stepsInOrder(steps: readonly NextStep[], today: string): NextStep[] {
  const rank = ({ kind }: NextStep) => kinds.indexOf(kind);
  const day = ({ on }: NextStep) => on ?? "9999-12-31";
  return [...steps].sort((left, right) => {
    const pressing = presses(left, today);
    if (pressing !== presses(right, today)) return pressing ? -1 : 1;
    const byKind = rank(left) - rank(right);
    const byDay = day(left).localeCompare(day(right));
    return (pressing ? byKind || byDay : byDay || byKind) || left.key.localeCompare(right.key);
  });
}
