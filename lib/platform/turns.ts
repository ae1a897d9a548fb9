import { AsyncLocalStorage } from "node:async_hooks";

interface Turn<Given> {
  take(given: Given): Promise<void>;
  refuse(error: unknown): void;
}

/** The turns in which the code that runs now stands: the innermost, and those around it. */
interface Standing {
  of: object;
  given: unknown;
  over: boolean;
  around: Standing | undefined;
}

// One for all: on Node 20 whatever is awaited copies each storage that was ever used, so that one for each page that is served would
// make every later page slower.
const standing = new AsyncLocalStorage<Standing>();

/**
 * Lets several askers work in one thing that is opened for them (a transaction), each in turn, in the order in which they came: `open`
 * is called with the first and what it opened stays open until nobody waits. When a turn fails, that asker is told and the thing
 * is closed as failed, because a transaction is lost then; who still waits gets a new one. Who asks again within the own turn is
 * served at once: waiting for oneself would never end.
 */
export function taking<Given>(open: (work: (given: Given) => Promise<void>) => Promise<void>) {
  const waiting: Turn<Given>[] = [];
  const here = {};
  let isOpen = false;

  async function serve(): Promise<void> {
    isOpen = true;
    while (waiting.length > 0) {
      let taken: Turn<Given> | undefined;
      try {
        await open(async (given) => {
          for (taken = waiting.shift(); taken; taken = waiting.shift()) await taken.take(given);
        });
      } catch (error) {
        // Not opened at all: nobody who waits would fare better. Else only the one whose turn it was is told.
        for (const turn of taken ? [taken] : waiting.splice(0)) turn.refuse(error);
      }
    }
    isOpen = false;
  }

  return <Output>(work: (given: Given) => Promise<Output>): Promise<Output> => {
    const around = standing.getStore();
    const own = turnOf(here, around);
    if (own) return work(own.given as Given);
    return new Promise<Output>((resolve, reject) => {
      const take = async (given: Given) => {
        const present = { of: here, given, over: false, around };
        try {
          resolve(await standing.run(present, () => work(given)));
        } finally {
          present.over = true;
        }
      };
      waiting.push({ take, refuse: reject });
      if (!isOpen) void serve();
    });
  };
}

function turnOf(what: object, innermost: Standing | undefined): Standing | undefined {
  for (let turn = innermost; turn; turn = turn.around) if (turn.of === what && !turn.over) return turn;
  return undefined;
}
