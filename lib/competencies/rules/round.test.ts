import { describe, expect, test } from "vitest";
import { isComplete, reminderDue } from "@/lib/competencies/rules/round";

describe("reminders", () => {
  const asked = { state: "invited" as const, askedDaysAgo: 5, remindedSoon: false, remindedLast: false };

  test("go three days before and the day before, each once", () => {
    expect([5, 4, 3, 2, 1, 0, -1].map((left) => reminderDue(asked, left))).toEqual([
      ...[null, null, "soon", "soon", "last", "last", null],
    ]);
    expect(reminderDue({ ...asked, remindedSoon: true }, 2)).toBeNull();
    expect(reminderDue({ ...asked, remindedSoon: true }, 1)).toBe("last");
    expect(reminderDue({ ...asked, remindedLast: true }, 2)).toBeNull();
    expect(reminderDue({ ...asked, askedDaysAgo: 0 }, 1)).toBeNull();
    expect(reminderDue({ ...asked, state: "declined" }, 1)).toBeNull();
  });

  test("are over when nobody is left to answer", () => {
    expect(isComplete(["answered", "declined"])).toBe(true);
    expect(isComplete(["answered", "invited"])).toBe(false);
    expect(isComplete([])).toBe(false);
  });
});
