import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepsInOrder, type NextStep, type StepKind } from "@/components/homes/next-steps";

const today = "2026-11-20";
const step = (kind: StepKind, on: string | null = null, key: string = kind): NextStep => ({
  ...{ kind, key, on, about: key, path: `/${key}` },
});
const first = (...steps: NextStep[]) => stepsInOrder(steps, today)[0]!.key;

describe("the one next step", () => {
  test("an offer that must be answered within a week leads before everything", () => {
    expect(first(step("task", "2026-11-18"), step("sign-plan"), step("offer", "2026-11-27"))).toBe("offer");
    expect(first(step("task", "2026-11-18"), step("offer", "2026-12-20"))).toBe("task");
  });

  test("somebody who waits for a signature leads before what is due", () => {
    expect(first(step("task", "2026-11-20"), step("sign-task"), step("follow-up", "2026-11-01"))).toBe("sign-task");
  });

  test("a promise whose day has come leads before a task of next week, that one before what has no day", () => {
    const order = stepsInOrder(
      [step("profile"), step("milestone", "2026-12-24"), step("task", "2026-11-27"), step("follow-up", "2026-11-20")],
      today,
    );
    expect(order.map(({ kind }) => kind)).toEqual(["follow-up", "task", "milestone", "profile"]);
  });

  test("what was begun goes on before anything new is begun", () => {
    expect(first(step("profile"), step("rate"), step("go-on"))).toBe("go-on");
  });

  test("does not depend on the order in which steps come, and loses none", () => {
    const anyStep = fc
      .record({
        kind: fc.constantFrom<StepKind>("offer", "sign-task", "task", "action", "follow-up", "profile", "milestone"),
        on: fc.option(fc.constantFrom("2026-11-01", "2026-11-20", "2026-11-22", "2026-12-24")),
        key: fc.uuid(),
      })
      .map(({ kind, on, key }) => step(kind, on, key));
    fc.assert(
      fc.property(fc.uniqueArray(anyStep, { selector: ({ key }) => key, maxLength: 12 }), (steps) => {
        const order = stepsInOrder(steps, today);
        expect(stepsInOrder([...steps].reverse(), today)).toEqual(order);
        expect(order.map(({ key }) => key).sort()).toEqual(steps.map(({ key }) => key).sort());
      }),
    );
  });
});
