import "server-only";
import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import { resumeRoleMarks } from "@/db/schema/tailored";
import type { QueryContext } from "@/lib/platform/operation";
import { layoutKeyOf } from "@/lib/resumes/marked-roles/layout-key";
import { roleMarks } from "@/lib/resumes/marked-roles/role-marks";
import { withMarkedRoles } from "@/lib/resumes/marked-roles/with-marked-roles";
import type { OpenResume } from "@/lib/resumes/read";
import { SURE_ENOUGH } from "@/lib/resumes/types";
import { asRead } from "./stored-marks";

/**
 * A resume with the roles that somebody clicked in it. Where nobody did and the reader is sure of no role, those that were clicked last in another resume of
 * this layout hold.
 */
export async function withRoleMarks(
  context: Pick<QueryContext, "tx">,
  resumeId: string,
  resume: OpenResume,
): Promise<MarkedResume> {
  const known = await lastMarks(context, resumeId, layoutKeyOf(resume));
  const isSure = resume.reading.roles.some(({ confidence }) => confidence >= SURE_ENOUGH);
  if (!known || known.marks === asRead || (isSure && known.resumeId !== resumeId))
    return { resume, rolesMarked: false, historyEnd: null };
  const marks = roleMarks.parse(known.marks);
  const marked = withMarkedRoles(resume, marks);
  if (marked.reading.roles.length === 0) return { resume, rolesMarked: false, historyEnd: null };
  return { resume: marked, rolesMarked: true, historyEnd: known.resumeId === resumeId ? marks.end : null };
}

/** A resume with its roles, and what is known of who said where they are. */
export interface MarkedResume {
  resume: OpenResume;
  rolesMarked: boolean;
  /** The first paragraph below the work history, where somebody clicked it in this very resume. */
  historyEnd: number | null;
}

/** What is said of one resume alone holds for no other. */
const isClicked = sql`${resumeRoleMarks.marks} <> ${JSON.stringify(asRead)}::jsonb`;

/** What people clicked in a resume, or else in the last one of the same layout. */
async function lastMarks({ tx }: Pick<QueryContext, "tx">, resumeId: string, layoutKey: string) {
  const [row] = await tx
    .select({ marks: resumeRoleMarks.marks, resumeId: resumeRoleMarks.resumeId })
    .from(resumeRoleMarks)
    .where(or(eq(resumeRoleMarks.resumeId, resumeId), and(eq(resumeRoleMarks.layoutKey, layoutKey), isClicked)))
    .orderBy(desc(eq(resumeRoleMarks.resumeId, resumeId)), desc(resumeRoleMarks.updatedAt), asc(resumeRoleMarks.id))
    .limit(1);
  return row ?? null;
}
