import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retryAfterSeconds, settle } from "@/lib/mail/rules/retry";

const now = new Date("2026-11-21T09:00:00Z");

describe("what follows from an attempt", () => {
  it("ends with success, refusal and failure", () => {
    expect(settle({ kind: "sent", providerId: "a" }, 1, now)).toMatchObject({ status: "sent", nextAttemptAt: null });
    expect(settle({ kind: "refused", code: "550", forGood: true }, 1, now)).toMatchObject({
      status: "refused",
      nextAttemptAt: null,
      errorCode: "550",
    });
    expect(settle({ kind: "failed", code: "invalid-from" }, 1, now).status).toBe("failed");
  });

  it("waits longer each time and gives up after two days", () => {
    let waited = 0;
    let last = 0;
    let attempts = 1;
    for (; ; attempts++) {
      const next = settle({ kind: "later", code: "500" }, attempts, now);
      if (!next.nextAttemptAt) {
        expect(next).toMatchObject({ status: "failed", errorCode: "500" });
        break;
      }
      const wait = next.nextAttemptAt.getTime() - now.getTime();
      expect(wait).toBeGreaterThan(last);
      last = wait;
      waited += wait;
    }
    expect(attempts).toBe(9);
    expect(waited / 3_600_000).toBeGreaterThan(36);
    expect(waited / 3_600_000).toBeLessThan(50);
  });

  it("keeps what the other side asks for, never less than the own wait and never more than a day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(10_000_000), (attempts, asked) => {
        const own = settle({ kind: "later", code: "429" }, attempts, now).nextAttemptAt!;
        const next = settle({ kind: "later", code: "429", retryAfterSeconds: asked }, attempts, now).nextAttemptAt!;
        expect(next.getTime()).toBeGreaterThanOrEqual(own.getTime());
        expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime() + Math.min(asked * 1000, 86_400_000));
        expect(next.getTime()).toBeLessThanOrEqual(now.getTime() + 86_400_000);
      }),
    );
  });
});

describe("Retry-After", () => {
  it("is read as seconds or as a date", () => {
    expect(retryAfterSeconds("120", now)).toBe(120);
    expect(retryAfterSeconds("Sat, 21 Nov 2026 09:01:30 GMT", now)).toBe(90);
    expect(retryAfterSeconds("Sat, 21 Nov 2026 08:00:00 GMT", now)).toBe(0);
    for (const nothing of [null, undefined, "", "soon"]) expect(retryAfterSeconds(nothing, now)).toBeUndefined();
  });
});
