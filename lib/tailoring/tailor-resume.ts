import type { OpenResume } from "@/lib/resumes/read";
import { factsOfReading, type Technologies } from "./distribution/facts-of-reading";
import { pageSpaceOf } from "./distribution/growth";
import { distribute, type Plan } from "./distribution/plan";
import { usualLimits, type PlanLimits, type PlanPoint } from "./distribution/plan-input";
import { TailoringRefused } from "./refused";
import type { Author } from "./writing/marks";
import { refuseSigned } from "./writing/open-docx";
import { placesBlocked } from "./writing/places";
import { tailorOpened, type Tailored } from "./writing/tailor-docx";
import type { Placement } from "./writing/write-points";

/** What is asked of a resume. */
export interface TailoringRequest {
  points: readonly PlanPoint[];
  technologies: Technologies;
  /** What the job gives to a technology; 1 where nothing is said. */
  weights?: ReadonlyMap<string, number>;
  limits?: Omit<PlanLimits, "growth">;
  /** Pages by which the resume may grow; without it growth has no limit of its own. */
  pages?: number;
  /** What a person decided on single points: a role's number, or null for leaving out. */
  decided?: ReadonlyMap<number, number | null>;
  /** With an author the points become tracked changes. */
  author?: Author;
}

/** Where the points of a request go in a resume that is open: nothing is written. */
export function planFor({ reading, docx }: OpenResume, request: TailoringRequest): Plan {
  const { points, technologies, weights = new Map<string, number>(), limits = usualLimits, pages, decided } = request;
  if (!docx) throw new TailoringRefused("pdf-not-editable");
  if (reading.roles.length === 0) throw new TailoringRefused("no-roles");
  refuseSigned(docx.open.package);
  const blocked = new Set(placesBlocked(docx.open, docx.text.paragraphs).keys());
  const roles = factsOfReading(reading, technologies, blocked);
  if (roles.every(({ room }) => room === 0) && !decided) throw new TailoringRefused("uncertain-roles");
  const bullets = reading.roles.flatMap((role) => role.bullets.map((bullet) => docx.text.paragraphs[bullet]!));
  const space = pageSpaceOf(docx.open.main, bullets);
  const growth =
    pages === undefined ? {} : { growth: { lines: Math.floor(pages * space.linesPerPage), linesOf: space.linesOf } };
  return distribute({
    ...{ roles, points, weights, limits: { ...limits, ...growth } },
    said: new Map(reading.paragraphs.flatMap(({ index, text, copy }) => (copy === "fallback" ? [] : [[index, text]]))),
    ...(decided ? { decided } : {}),
  });
}

/** Writes what a plan says, and proves it. */
export function applyPlan(
  { reading, docx }: OpenResume,
  plan: Plan,
  { points, author }: Pick<TailoringRequest, "points" | "author">,
): Tailored {
  if (!docx) throw new TailoringRefused("pdf-not-editable");
  const placements = plan.placed.map(({ point, role, after }): Placement => ({
    after,
    bullets: reading.roles[role]!.bullets,
    text: points[point]!.text,
  }));
  return tailorOpened(docx.open, docx.text, placements, author);
}
