import type { ResumeSection } from "../types";
import type { Line } from "./lines";

const most = 80;

/** The skills that a resume lists under a heading of their own: what stands between commas, bullets and bars, labels taken off. */
export function readSkills(sections: readonly ResumeSection[], lines: readonly Line[]): string[] {
  const found = sections
    .filter(({ kind }) => kind === "skills")
    .flatMap(({ heading, end }) => lines.filter(({ paragraph }) => paragraph > heading && paragraph < end))
    .flatMap(({ text }) => text.replace(/^[^:]{2,40}:\s*/, "").split(/[,;|•·]|\s{3,}|\t/))
    .map((skill) => skill.replace(/[.\s]+$/, "").trim())
    .filter((skill) => skill.length > 1 && skill.length <= 40 && skill.split(/\s+/).length <= 5);
  return [...new Set(found)].slice(0, most);
}
