import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fits, type FitCode, type LeftOutBecause } from "@/lib/tailoring/distribution/reasons";
import { english } from "@/lib/tailoring/english";
import { severities, type LayoutWarningCode } from "@/lib/tailoring/layout-warnings/severities";
import documents from "@/messages/en/documents.json";
import tailor from "@/messages/en/tailor.json";
import {
  cautionInWords,
  leftOutInWords,
  pdfProblemInWords,
  placedInWords,
  refusalInWords,
  warningInWords,
  type Say,
} from "./in-words";

/** English, and which messages were said. */
function heard(): { say: Say; paths: Set<string> } {
  const paths = new Set<string>();
  const say = (path: string, values?: Record<string, string | number>) => {
    paths.add(path);
    return english(path, values);
  };
  return { say: Object.assign(say, { has: (path: string) => english.has(path) }), paths };
}

const pathsIn = (tree: object, at: string): string[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string" ? [`${at}.${key}`] : pathsIn(value as object, `${at}.${key}`),
  );

/** One of each; a reason that joins the type has to join here. */
const leftOut: Record<LeftOutBecause["code"], LeftOutBecause> = {
  empty: { code: "empty" },
  "by-hand": { code: "by-hand" },
  "no-weight": { code: "no-weight" },
  "no-place": { code: "no-place" },
  "role-has-no-place": { code: "role-has-no-place" },
  "roles-full": { code: "roles-full" },
  "document-full": { code: "document-full" },
  "grows-too-long": { code: "grows-too-long" },
  "said-already": { code: "said-already", paragraph: 1204 },
  "nearly-said-already": { code: "nearly-said-already", paragraph: 7 },
  "same-as-point": { code: "same-as-point", point: 0 },
  "nearly-same-as-point": { code: "nearly-same-as-point", point: 4 },
  "newer-than-roles": { code: "newer-than-roles", technology: "Rust {1}", year: 2015 },
};

describe("what the engine found, in words", () => {
  test("every reason has its message and every message its reason", () => {
    const { say, paths } = heard();
    for (const fit of Object.keys(fits) as FitCode[])
      for (const asked of [true, false])
        for (const yearsAgo of [null, 0, 2, 3, 11]) placedInWords(say, { byHand: false, asked, fit, yearsAgo });
    const byHand = { byHand: true, asked: false, fit: "nowhere", yearsAgo: null } as const;
    placedInWords(say, byHand);
    placedInWords(say, { ...byHand, insteadOf: 12 });
    for (const because of Object.values(leftOut)) leftOutInWords(say, because);
    expect([...paths].sort()).toEqual(pathsIn(tailor.reasons, "tailor.reasons").sort());
  });

  test("every layout warning has a sentence and an advice, and there are no others", () => {
    const { say, paths } = heard();
    for (const code of Object.keys(severities) as LayoutWarningCode[]) warningInWords(say, code);
    expect([...paths].sort()).toEqual(pathsIn(tailor.layout, "tailor.layout").sort());
  });

  test("every refusal, caution and failed conversion is said, and none that the code does not know", () => {
    const { say, paths } = heard();
    const refusals = { ...tailor.refusals, ...documents.unreadable, ...tailor.notMade };
    for (const code of Object.keys(refusals)) refusalInWords(say, code);
    for (const code of Object.keys(tailor.cautions)) cautionInWords(say, code);
    for (const code of Object.keys(documents.conversion)) pdfProblemInWords(say, code);
    const all = [
      ...[...pathsIn(tailor.refusals, "tailor.refusals"), ...pathsIn(tailor.notMade, "tailor.notMade")],
      ...[...pathsIn(tailor.cautions, "tailor.cautions"), ...pathsIn(documents, "documents")],
    ];
    expect([...paths].sort()).toEqual(all.sort());
    const sources = sourcesIn("lib", "inngest");
    const codes = all.map((path) => path.split(".").at(-1)!);
    expect(codes.filter((code) => !sources.some((source) => source.includes(`"${code}"`)))).toEqual([]);
  });

  test("a refusal is the same sentence thrown and said, so it has no place for a value", () => {
    for (const words of [tailor.refusals, tailor.cautions, tailor.notMade, documents.unreadable, documents.conversion])
      for (const sentence of Object.values(words)) expect(sentence).not.toMatch(/[{}<>]|''/);
  });

  test("numbers stand as they are, and what came with a reason is not read as a message", () => {
    expect(leftOutInWords(english, leftOut["said-already"])).toBe("The resume says this already, in paragraph 1204.");
    expect(leftOutInWords(english, leftOut["same-as-point"])).toBe("Point 1 says the same.");
    expect(leftOutInWords(english, leftOut["newer-than-roles"])).toBe(
      "Rust {1} came out in 2015, after every role had ended.",
    );
    expect(placedInWords(english, { byHand: false, asked: true, fit: "in-bullet", yearsAgo: 4 })).toBe(
      "The job asks for it, a bullet of the role is about it, and it ended 4 years ago.",
    );
  });

  test("sentences that older versions kept are still shown", () => {
    expect(refusalInWords(english, "unreadable", "This file contains macros.")).toBe("This file contains macros.");
    expect(cautionInWords(english, "This document is marked as final.")).toBe("This document is marked as final.");
    expect(pdfProblemInWords(english, "The converter is gone.")).toBe("The converter is gone.");
    expect(refusalInWords(english, "gone-code")).toBe(tailor.notMade.failed);
  });
});

/** What the product's own code says, without tests. */
const sourcesIn = (...folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|(?:^|\/)(?:testing|fixtures)\//.test(file))
      .map((file) => readFileSync(join(folder, file), "utf8")),
  );
