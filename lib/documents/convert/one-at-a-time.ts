let last: Promise<unknown> = Promise.resolve();

/** Runs a piece of work when everything before it has ended, well or not. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}
