import path from "node:path";
import { TailoringRefused } from "../refused";
import type { RebuiltResume } from "./rebuilt-resume";

/** Faces of Arimo (OFL), which has the widths of Arial. Read from the package, so that they are embedded. */
export const fontFiles = {
  regular: "400Regular/Arimo_400Regular.ttf",
  bold: "700Bold/Arimo_700Bold.ttf",
} as const;

export type Face = keyof typeof fontFiles;

/** The server and the commands run in the project's folder; the standalone build brings the fonts along (next.config.js). */
export const fontPath = (face: Face): string =>
  path.join(process.cwd(), "node_modules/@expo-google-fonts/arimo", fontFiles[face]);

/**
 * Scripts whose letters the faces have and whose signs stand one after the other from left to right. Hebrew is in the faces, but pages are
 * laid out from left to right only; Arabic, the scripts of India, Chinese, Japanese, Korean and the others are not in the faces at all.
 */
const coveredLetters = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u;

/** Refuses (`script-not-covered`) what would come out as empty boxes. */
export function assertCovered(texts: readonly string[]): void {
  for (const text of texts) {
    for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu)) {
      if (!coveredLetters.test(letter)) throw new TailoringRefused("script-not-covered");
    }
  }
}

export const withoutSigns = (text: string, signs: ReadonlySet<string>): string =>
  signs.size === 0
    ? text
    : [...text]
        .filter((sign) => !signs.has(sign))
        .join("")
        .replace(/ {2,}/g, " ");

/** Every text of a resume. */
export function textsIn({ name, top, sections }: RebuiltResume): string[] {
  return [
    name ?? "",
    ...top.map(({ text }) => text),
    ...sections.flatMap(({ title, blocks }) => [
      title ?? "",
      ...blocks.flatMap((block) =>
        block.kind === "role"
          ? [
              ...block.header.flatMap(({ left, right }) => [left, right ?? ""]),
              ...block.body.flatMap(({ text, right }) => [text, right ?? ""]),
            ]
          : [block.text, block.right ?? ""],
      ),
    ]),
  ];
}
