import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownWords } from "@/lib/mail/rules/own-words";

const quoted = "> A new message from Judith waits for you.\n> Read and answer";

describe("the own words of an answer", () => {
  test.each([
    ["Gmail", `Thursday suits me.\n\nOn Tue, 3 Nov 2026 at 10:12, Judith Okafor <post@example.com> wrote:\n${quoted}`],
    [
      "Gmail, broken line",
      `Thursday suits me.\n\nOn Tue, 3 Nov 2026 at 10:12, Judith Okafor\n<post@example.com> wrote:\n${quoted}`,
    ],
    [
      "Apple Mail, German",
      `Thursday suits me.\n\nAm 03.11.2026 um 10:12 schrieb Judith Okafor <post@example.com>:\n\n${quoted}`,
    ],
    ["French", `Thursday suits me.\n\nLe 3 nov. 2026 à 10:12, Judith <post@example.com> a écrit :\n${quoted}`],
    ["Outlook", "Thursday suits me.\n\n-----Original Message-----\nFrom: Judith <post@example.com>\nA new message"],
    [
      "Outlook, head only",
      "Thursday suits me.\r\n\r\nFrom: Judith <post@example.com>\r\nSent: Tuesday\r\nA new message",
    ],
    ["a signature", "Thursday suits me.\n-- \nRobin Executive\n+41 44 000 00 00"],
  ])("stand without the quotation of %s", (_program, text) => {
    expect(ownWords(text)).toBe("Thursday suits me.");
  });

  test("keep what stands between quoted lines", () => {
    expect(ownWords("> Tuesday?\nNo.\n> Thursday?\nYes.")).toBe("No.\nYes.");
  });

  test("keep sentences that only look like a mark", () => {
    const text = "On Monday I wrote to them.\nFrom: Zurich to Basel it takes an hour.\n-- or less";
    expect(ownWords(text)).toBe(text);
  });

  test("are empty where nothing was written", () => {
    expect(ownWords(`${quoted}\n`)).toBe("");
    expect(ownWords(" \n\n")).toBe("");
  });

  test("are never longer than the text, and have no words left to cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const words = ownWords(text);
        expect(words.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
