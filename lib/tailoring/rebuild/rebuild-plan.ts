import { readResume } from "@/lib/resumes/read";
import type { ResumeReading } from "@/lib/resumes/types";
import { TailoringRefused } from "../refused";
import type { Plan } from "../distribution/plan";
import type { GivenPoint } from "../tailor-resume";
import { rebuiltDocx } from "./docx-template";
import type { TemplateOptions } from "./look";
import { rebuildResume } from "./rebuild-resume";

/** What was proved of a document that was made anew. */
export interface RebuiltProof {
  /** New points, each found in the finished document once more. */
  newParagraphCount: number;
  /** Roles that are read in it. */
  roleCount: number;
}

/** A new Word document from a template, with the points where the plan has them. What leaves has been opened and read again. */
export async function rebuildPlan(
  reading: ResumeReading,
  { placed }: Plan,
  points: readonly GivenPoint[],
  options: TemplateOptions,
): Promise<{ bytes: Uint8Array; proof: RebuiltProof }> {
  const put = placed.map(({ role, point }) => ({ role, ...points[point]! }));
  const bytes = await rebuiltDocx(rebuildResume(reading, put), options);
  const again = await readResume(bytes, "rebuilt.docx");
  const missing = put.filter(({ text }) => !again.paragraphs.some((paragraph) => paragraph.text.includes(text)));
  if (missing.length > 0) throw new TailoringRefused("proof-failed", ["points"]);
  return { bytes, proof: { newParagraphCount: put.length, roleCount: again.roles.length } };
}
