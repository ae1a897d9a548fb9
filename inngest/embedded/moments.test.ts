import { describe, expect, it } from "vitest";
import { backoff, momentOf, retryMoment } from "./moments";

const from = new Date("2026-11-21T09:00:00.000Z");

describe("moments that the SDK names", () => {
  it.each([
    ["1s", "2026-11-21T09:00:01.000Z"],
    ["1d2h30m10s", "2026-11-22T11:30:10.000Z"],
    ["1w", "2026-11-28T09:00:00.000Z"],
    ["300ms", "2026-11-21T09:00:00.300Z"],
    ["1.5h", "2026-11-21T10:30:00.000Z"],
    ["", "2026-11-21T09:00:00.000Z"],
    ["2026-12-01T08:00:00.000Z", "2026-12-01T08:00:00.000Z"],
  ])("%j is %s", (text, expected) => {
    expect(momentOf(text, from).toISOString()).toBe(expected);
  });

  it.each(["tomorrow", "1y", "-1s", "1 s", "2026"])("refuses %j", (text) => {
    expect(() => momentOf(text, from)).toThrow(RangeError);
  });
});

describe("retries", () => {
  it("wait longer each time, at most about an hour", () => {
    const waits = [1, 2, 3, 4, 12, 30].map(backoff);
    expect(waits[0]).toBeGreaterThanOrEqual(9_000);
    expect(waits[0]).toBeLessThanOrEqual(11_000);
    expect(waits[2]).toBeGreaterThan(waits[0] ?? 0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(3_960_000);
  });

  it("come when the function asked for", () => {
    expect(retryMoment("90", from)?.toISOString()).toBe("2026-11-21T09:01:30.000Z");
    expect(retryMoment("2026-11-21T10:00:00.000Z", from)?.toISOString()).toBe("2026-11-21T10:00:00.000Z");
    expect(retryMoment("soon", from)).toBeNull();
    expect(retryMoment(null, from)).toBeNull();
  });
});
