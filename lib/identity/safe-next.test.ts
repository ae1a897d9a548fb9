import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNext } from "@/lib/identity/safe-next";

describe("the page after a sign-in", () => {
  it.each([
    ["/north/people?q=a", "/north/people?q=a"],
    ["//elsewhere.example", "/"],
    ["/\\elsewhere.example", "/"],
    ["https://elsewhere.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/a/..//elsewhere.example", "/"],
    ["", "/"],
    [undefined, "/"],
  ])("of %s is %s", (next, page) => expect(safeNext(next)).toBe(page));

  it("never leaves our own address", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(new URL(safeNext(`/${text}`), "https://firm.example").origin).toBe("https://firm.example");
      }),
    );
  });
});
