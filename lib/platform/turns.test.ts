import { AsyncLocalStorage } from "node:async_hooks";
import { expect, test, vi } from "vitest";
import { taking } from "@/lib/platform/turns";

/** Something to take turns in, which writes down when it is opened, closed and lost. */
function opened() {
  const seen: string[] = [];
  const turn = taking<number>(async (work) => {
    const number = seen.filter((said) => said.startsWith("open")).length + 1;
    seen.push(`open ${number}`);
    await Promise.resolve();
    await work(number).then(
      () => seen.push(`close ${number}`),
      (error: unknown) => {
        seen.push(`lost ${number}`);
        throw error;
      },
    );
  });
  return { seen, turn };
}

test("who asks at the same time works in one thing, one after the other", async () => {
  const { seen, turn } = opened();
  const said = await Promise.all(
    ["a", "b", "c"].map((name) =>
      turn(async (number) => {
        seen.push(`${name} begins`);
        await Promise.resolve();
        seen.push(`${name} ends`);
        return `${name} in ${number}`;
      }),
    ),
  );
  expect(said).toEqual(["a in 1", "b in 1", "c in 1"]);
  await vi.waitFor(() => expect(seen.at(-1)).toBe("close 1"));
  expect(seen).toEqual(["open 1", "a begins", "a ends", "b begins", "b ends", "c begins", "c ends", "close 1"]);
});

test("a turn that fails loses the thing for its asker only; the others go on in a new one", async () => {
  const { seen, turn } = opened();
  const failing = turn(() => Promise.reject(new Error("no")));
  const going = turn((number) => Promise.resolve(number));
  await expect(failing).rejects.toThrow("no");
  expect(await going).toBe(2);
  await vi.waitFor(() => expect(seen.at(-1)).toBe("close 2"));
  expect(seen).toEqual(["open 1", "lost 1", "open 2", "close 2"]);
});

test("what cannot be opened is refused to all who wait, and may be asked for again", async () => {
  let closed = true;
  const turn = taking<string>(async (work) => {
    if (closed) throw new Error("closed");
    await work("in");
  });
  const waiting = [turn(() => Promise.resolve(1)), turn(() => Promise.resolve(2))];
  for (const { status } of await Promise.allSettled(waiting)) expect(status).toBe("rejected");
  closed = false;
  expect(await turn((where) => Promise.resolve(where))).toBe("in");
});

test("who asks again within the own turn is served at once, in the same thing; after the turn it queues again", async () => {
  const { seen, turn } = opened();
  let later: (() => Promise<number>) | undefined;
  const inner = await turn(async (number) => {
    const same = await turn(async (again) => again);
    later = () => turn(async (again) => again);
    return [number, same];
  });
  expect(inner).toEqual([1, 1]);
  await vi.waitFor(() => expect(seen.at(-1)).toBe("close 1"));
  expect(await later!()).toBe(2);
});

test("who stands in a turn of one thing and takes one of another is still served at once by the first", async () => {
  const outer = opened().turn;
  const inner = opened().turn;
  const said = await outer(() => inner(() => outer((number) => Promise.resolve(`served in ${number}`))));
  expect(said).toBe("served in 1");
});

test("things that come and go leave nothing behind that later awaits would carry along", async () => {
  const run = vi.spyOn(AsyncLocalStorage.prototype, "run");
  for (let page = 0; page < 50; page++) await opened().turn(() => Promise.resolve(page));
  const used = new Set(run.mock.contexts);
  run.mockRestore();
  expect(used.size).toBe(1);
});
