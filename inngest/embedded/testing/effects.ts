/*
 * What the test functions did, in the process that serves them. A test can hold an effect: the step then stays under way until it
 * is let go, so that a runner can be killed at exactly that point.
 */

interface Gate {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

interface Hold {
  readonly reached: Gate;
  readonly release: Gate;
}

const done: { id: string; name: string; at: number }[] = [];
const holds = new Map<string, Hold>();
const underWay = new Map<string, number>();
const most = new Map<string, number>();

/** Does something in the outside world, for the event with this id. */
export async function effect(id: string, name: string): Promise<void> {
  done.push({ id, name, at: Date.now() });
  const hold = holds.get(`${id}:${name}`);
  if (!hold) return;
  hold.reached.resolve();
  await hold.release.promise;
}

/** The names of the effects for an event, in order. */
export function effectsOf(id: string): string[] {
  return done.filter((entry) => entry.id === id).map(({ name }) => name);
}

/** When an effect happened, in milliseconds; the last time, where more than once. */
export function effectAt(id: string, name: string): number | undefined {
  return done.findLast((entry) => entry.id === id && entry.name === name)?.at;
}

/** Holds an effect from now on. */
export function hold(id: string, name: string): { reached: Promise<void>; release: () => void } {
  const held: Hold = { reached: gate(), release: gate() };
  holds.set(`${id}:${name}`, held);
  return {
    reached: held.reached.promise,
    release: () => {
      holds.delete(`${id}:${name}`);
      held.release.resolve();
    },
  };
}

/** Runs `work` and remembers how many of a group were under way at most. */
export async function counted<T>(group: string, work: () => Promise<T>): Promise<T> {
  const now = (underWay.get(group) ?? 0) + 1;
  underWay.set(group, now);
  most.set(group, Math.max(now, most.get(group) ?? 0));
  try {
    return await work();
  } finally {
    underWay.set(group, (underWay.get(group) ?? 1) - 1);
  }
}

export function mostUnderWay(group: string): number {
  return most.get(group) ?? 0;
}

function gate(): Gate {
  let resolve = () => {};
  const promise = new Promise<void>((open) => (resolve = open));
  return { promise, resolve };
}
