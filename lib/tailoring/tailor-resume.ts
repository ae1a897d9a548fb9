import type { OpenResume } from "@/lib/resumes/read";
import { SURE_ENOUGH, type ResumeReading } from "@/lib/resumes/types";
import { factsOfReading, type Technologies } from "./distribution/facts-of-reading";
import { pageSpaceOf } from "./distribution/growth";
import { distribute, type Plan } from "./distribution/plan";
import { usualLimits, type Decisions, type PlanLimits, type PlanPoint } from "./distribution/plan-input";
import { TailoringRefused, type RefusalCode } from "./refused";
import type { ReadRequirement } from "./requirements/requirement";
import type { Author } from "./writing/marks";
import { refuseSigned } from "./writing/open-docx";
import { placesBlocked, placesDoubtful } from "./writing/places";
import { tailorOpened, type Tailored } from "./writing/tailor-docx";
import type { Placement } from "./writing/write-points";

/** A point as a person wrote it: the technology under any of its names. */
export interface GivenPoint {
  technology: string;
  text: string;
}

/** What is asked of a resume. */
export interface TailoringRequest {
  points: readonly GivenPoint[];
  technologies: Technologies;
  /** Roles that go on end in it. */
  thisYear: number;
  /** What the job gives to what it asks for; without a job all points weigh alike. */
  weights?: ReadonlyMap<string, number>;
  limits?: Omit<PlanLimits, "growth">;
  /** Pages by which the resume may grow; without it growth has no limit of its own. Of a PDF nothing is predicted. */
  pages?: number;
  /** The points become tracked changes: where these cannot be marked is no place. Without it such places are only taken last. */
  tracked?: boolean;
  /** What a person decided on single points, by their numbers: a place, or null for leaving out. */
  decided?: Decisions;
}

/** What a point weighs whose technology the job does not ask for: less than anything that would be nice to have. */
const unasked = 0.3;

/** The weights of a job. */
export const weightsOf = ({ skills }: Pick<ReadRequirement, "skills">): ReadonlyMap<string, number> =>
  new Map(skills.map(({ technology, weight }) => [technology, weight]));

/** Where the points of a request go in a resume that is open: nothing is written. Refuses what takes none in at all. */
export function planFor({ reading, docx }: OpenResume, request: TailoringRequest): Plan {
  const { technologies, weights = new Map<string, number>(), limits = usualLimits, decided } = request;
  if (docx) refuseSigned(docx.open.package);
  if (reading.roles.length === 0) throw new TailoringRefused("no-roles");
  const places = placesOf({ reading, docx }, request);
  const roles = factsFor(reading, places, request);
  if (roles.every(({ room }) => room === 0) && !decided)
    throw new TailoringRefused(whyNowhere(reading, places.blocked));
  const named = new Map([...weights].map(([name, weight]) => [technologies.nameOf(name), weight]));
  const known = ({ technology, text }: GivenPoint): PlanPoint => {
    const newest = technologies.newestOf({ technology, text });
    return { technology: technologies.nameOf(technology), text, ...(newest ? { newest } : {}) };
  };
  return distribute({
    ...{
      roles,
      points: request.points.map(known),
      weights: named,
      limits: { ...limits, ...growthOf({ reading, docx }, request) },
    },
    ...(weights.size > 0 ? { unasked } : {}),
    said: new Map(reading.paragraphs.flatMap(({ index, text, copy }) => (copy === "fallback" ? [] : [[index, text]]))),
    ...(decided ? { decided } : {}),
  });
}

/** How many new bullets each role of a resume takes at most, whatever the points are; 0 where nothing can go. */
export function roomsFor({ reading, docx }: OpenResume, request: TailoringRequest): number[] {
  const { perRole } = request.limits ?? usualLimits;
  return factsFor(reading, placesOf({ reading, docx }, request), request).map(({ room }) => Math.min(room, perRole));
}

const factsFor = (
  reading: ResumeReading,
  { blocked, doubtful }: ReturnType<typeof placesOf>,
  { technologies, thisYear }: TailoringRequest,
) => factsOfReading(reading, technologies, { blocked: new Set(blocked.keys()), doubtful, thisYear });

/** Paragraphs behind which nothing can go, and those that are taken last. A PDF is written anew and has none. */
function placesOf(
  { reading, docx }: OpenResume,
  { tracked = false }: TailoringRequest,
): { blocked: ReadonlyMap<number, RefusalCode>; doubtful: ReadonlySet<number> } {
  if (!docx) return { blocked: new Map(), doubtful: new Set() };
  const { paragraphs } = docx.text;
  const blocked = placesBlocked(docx.open, paragraphs);
  const bullets = reading.roles.flatMap((role) => role.bullets);
  const { risky, untracked } = placesDoubtful(docx.open, paragraphs, bullets);
  return {
    blocked: new Map([...blocked, ...[...(tracked ? untracked : [])].map((at) => [at, "cannot-track"] as const)]),
    doubtful: new Set([...risky, ...untracked]),
  };
}

/** Why no role takes anything in: what blocks the bullets of the sure ones, or that none is sure. */
function whyNowhere({ roles }: ResumeReading, blocked: ReadonlyMap<number, RefusalCode>): RefusalCode {
  const bullets = roles.flatMap(({ confidence, bullets }) => (confidence < SURE_ENOUGH ? [] : bullets));
  const codes = bullets.map((bullet) => blocked.get(bullet));
  return codes.every((code) => code !== undefined) ? (codes[0] ?? "uncertain-roles") : "uncertain-roles";
}

function growthOf({ reading, docx }: OpenResume, { pages }: TailoringRequest): Pick<PlanLimits, "growth"> {
  if (!docx || pages === undefined) return {};
  const bullets = reading.roles.flatMap((role) => role.bullets.map((bullet) => docx.text.paragraphs[bullet]!));
  const space = pageSpaceOf(docx.open.main, bullets);
  return { growth: { lines: Math.floor(pages * space.linesPerPage), linesOf: space.linesOf } };
}

/** Writes what a plan says into the document, and proves it. With an author the points become tracked changes. */
export function applyPlan(
  { reading, docx }: OpenResume,
  { placed }: Plan,
  points: readonly GivenPoint[],
  author?: Author,
): Tailored {
  if (!docx) throw new TailoringRefused("pdf-not-editable");
  const placements = placed.map(({ point, role, after }): Placement => ({
    after,
    bullets: reading.roles[role]!.bullets,
    text: points[point]!.text,
  }));
  return tailorOpened(docx.open, docx.text, placements, author);
}
