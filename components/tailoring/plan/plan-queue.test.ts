import { describe, expect, it } from "vitest";
import type { DraftPoint } from "@/lib/tailoring/tailored/draft-schema";
import { planQueue, together, type Answer } from "./plan-queue";
import { leftOutByHand, reworded, withPages, type DraftChange, type PlanState } from "./plan-state";

const point = (id: string, text = `About ${id}`): DraftPoint => ({ id, technology: "Go", text, libraryPointId: null });
const first: PlanState = {
  ...{ points: [point("a"), point("b")], pages: null },
  placed: ["a", "b"].map((id) => ({ point: id, role: 0, after: 7, byHand: false, reason: "" })),
  leftOut: [],
};

/** A server that keeps what it is sent as long as the version is the one it has. */
function server() {
  const sent: DraftChange[] = [];
  return {
    ...{ sent, version: 1, points: [...first.points], answers: true },
    async send(change: DraftChange, expectedVersion: number): Promise<Answer> {
      await Promise.resolve();
      if (!this.answers) return { kept: false, conflict: false, version: 0 };
      if (expectedVersion !== this.version) return { kept: false, conflict: true, version: this.version };
      sent.push(change);
      this.points = change.points ?? this.points;
      this.version += 1;
      return { kept: true, version: this.version };
    },
  };
}

const step = (change: (now: PlanState) => PlanState, what = "Changed.") => ({ change, what });
const words = (points: readonly DraftPoint[]) => points.map(({ text }) => text);

describe("the queue of a plan", () => {
  it("sends one change after the other, each on top of the one before", async () => {
    const there = server();
    const queue = planQueue({ state: first, version: 1 });
    const made = [step(reworded("a", "One")), step(reworded("b", "Two"))].map((one) =>
      queue.make(one, (...sent) => there.send(...sent)),
    );
    expect(words(queue.ahead().points)).toEqual(["One", "Two"]);
    expect((await Promise.all(made)).map(({ is }) => is)).toEqual(["kept", "kept"]);
    expect([words(there.points), queue.version()]).toEqual([["One", "Two"], 3]);
  });

  it("a conflict takes with it what was queued, so that nothing overwrites what somebody else saved", async () => {
    const there = server();
    const queue = planQueue({ state: first, version: 1 });
    Object.assign(there, { version: 2, points: [point("a", "Theirs"), point("b")] });
    const steps = [step(reworded("b", "One"), "First."), step(withPages(2), "Second.")];
    const made = steps.map((one) => queue.make(one, (...sent) => there.send(...sent)));
    expect(await Promise.all(made)).toEqual([
      { is: "refused", told: { kept: false, conflict: true, version: 2 }, lost: steps },
      { is: "idle" },
    ]);
    expect([there.sent, words(there.points)]).toEqual([[], ["Theirs", "About b"]]);
    expect(queue.ahead()).toBe(first);
  });

  it("before the other's version is seen nothing is saved over it; after that both stand", async () => {
    const there = server();
    const queue = planQueue({ state: first, version: 1 });
    Object.assign(there, { version: 2, points: [point("a", "Theirs"), point("b")] });
    const mine = [step(reworded("b", "Mine"), "Reworded."), step(withPages(2), "Longer.")];
    const make = () => queue.make(together(mine), (...sent) => there.send(...sent));
    for (const _ of [1, 2]) expect((await make()).is).toBe("refused");
    queue.see({ state: { ...first, points: there.points }, version: 2 });
    expect((await make()).is).toBe("kept");
    expect(there.sent).toEqual([{ points: [point("a", "Theirs"), point("b", "Mine")], pages: 2 }]);
    expect(together(mine).what).toBe("Reworded. Longer.");
  });

  it("what meets a second conflict is added to what waits from the first, with its words", () => {
    const one = together([{ ...step(reworded("b", "Mine"), "Reworded."), about: ["Mine"] }]);
    const both = together([one, step(leftOutByHand("a"), "Left out.")]);
    expect([both.what, both.about]).toEqual(["Reworded. Left out.", ["Mine"]]);
    const made = both.change({ ...first, points: [point("a", "Theirs"), point("b")] });
    expect(words(made.points)).toEqual(["Theirs", "Mine"]);
    expect(made.leftOut).toEqual([{ point: "a", byHand: true, reason: "" }]);
  });

  it("what was not sent is not saved by the next change either", async () => {
    const there = server();
    const queue = planQueue({ state: first, version: 1 });
    await queue.make(step(leftOutByHand("a")), (...sent) => there.send(...sent));
    there.answers = false;
    const lost = await queue.make(step(reworded("a", "Lost")), (...sent) => there.send(...sent));
    expect(lost.is).toBe("refused");
    there.answers = true;
    await queue.make(step(reworded("b", "Kept")), (...sent) => there.send(...sent));
    expect(words(there.points)).toEqual(["About a", "Kept"]);
    // What was kept before it is still there: the page has not come anew yet.
    await queue.make(step(leftOutByHand("b")), (...sent) => there.send(...sent));
    expect(there.sent.at(-1)).toEqual({ decided: { a: null, b: null } });
  });

  it("an older page does not take back what was saved since", async () => {
    const there = server();
    const queue = planQueue({ state: first, version: 1 });
    await queue.make(step(withPages(2)), (...sent) => there.send(...sent));
    queue.see({ state: first, version: 1 });
    expect(queue.ahead().pages).toBe(2);
    const again = await queue.make(step(withPages(2)), (...sent) => there.send(...sent));
    expect([again.is, there.sent.length]).toEqual(["idle", 1]);
  });
});
