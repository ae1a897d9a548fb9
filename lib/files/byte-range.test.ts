import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedRange, byteRangeOf, isKnown } from "@/lib/files/byte-range";

describe("a range that is asked for", () => {
  it.each([
    ["bytes=0-3", { start: 0, end: 3 }],
    ["bytes=4-", { start: 4, end: 9 }],
    ["bytes=-3", { start: 7, end: 9 }],
    ["bytes=-30", { start: 0, end: 9 }],
    ["bytes=9-400", { start: 9, end: 9 }],
    ["Bytes= 1 - 2", { start: 1, end: 2 }],
    ["bytes=10-", "outside"],
    ["bytes=-0", "outside"],
    ["bytes=3-2", null],
    ["bytes=-", null],
    ["bytes=0-1,4-5", null],
    ["lines=0-1", null],
    [null, null],
  ])("as %s of ten bytes", (header, range) => {
    expect(byteRangeOf(header, 10)).toEqual(range);
  });

  it("lies within the content, whatever numbers are sent", () => {
    fc.assert(
      fc.property(fc.option(fc.nat()), fc.option(fc.nat()), fc.nat({ max: 5000 }), (first, last, size) => {
        const range = byteRangeOf(`bytes=${first ?? ""}-${last ?? ""}`, size);
        if (range === null || range === "outside") return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });

  it("of a content that is not the one known is the whole", () => {
    const asked = (ifRange: string) => askedRange(new Headers({ range: "bytes=0-3", "if-range": ifRange }), '"a"', 10);
    expect(asked('"a"')).toEqual({ start: 0, end: 3 });
    expect(asked('"b"')).toBeNull();
    expect(asked('W/"a"')).toBeNull();
    expect(asked("Sat, 21 Nov 2026 10:00:00 GMT")).toBeNull();
  });
});

it("a content is known by its mark, also among others", () => {
  expect(isKnown('"b", W/"a"', '"a"')).toBe(true);
  expect(isKnown("*", '"a"')).toBe(true);
  expect(isKnown('"b"', '"a"')).toBe(false);
  expect(isKnown(null, '"a"')).toBe(false);
});
