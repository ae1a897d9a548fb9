import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { fileContents, files } from "@/db/schema/files";
import { people } from "@/db/schema/people";
import { tailoredVersions } from "@/db/schema/tailored";
import { candidateSkills, requirements, requirementSkills, submissions } from "@/db/schema/tailoring";
import { safeName } from "@/lib/files/safe-name";
import { personIdOf } from "@/lib/platform/actor";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { QueryContext } from "@/lib/platform/operation";
import type { LetterValues } from "@/lib/tailoring/sending/letter-text";
import { attachmentKinds, type AttachmentKind } from "@/lib/tailoring/sending/attachment-kinds";
import { firstNameOf } from "@/lib/tailoring/sending/variables";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";
import type { SubmissionStage } from "@/lib/tailoring/submissions/stages";

/** A file of a version, under the name with which it is sent. */
export interface SendFile {
  kind: AttachmentKind;
  fileId: string;
  name: string;
  size: number;
  sha256: string;
}

/** What can be sent of a submission, and what its letter can say. */
export interface Sendable {
  submissionId: string;
  personId: string;
  requirementId: string;
  stage: SubmissionStage;
  name: string;
  title: string;
  client: string;
  /** The requirement's contact; null where it names no mail address. */
  vendor: { address: string; name: string } | null;
  /** Versions that are done, the newest first. */
  versions: Array<{ id: string; number: number; settledAt: Date | null; files: SendFile[] }>;
  /** All values but the recipient's. */
  values: LetterValues;
}

/** Who writes: the person at work. `address` is null where they have none, and nobody could answer them. */
export interface Sender {
  name: string;
  address: string | null;
  phone: string;
}

export async function senderOf({ tx, actor }: QueryContext): Promise<Sender | null> {
  const me = personIdOf(actor);
  if (!me) return null;
  const [row] = await tx
    .select({ name: people.name, address: people.email, phone: people.phone })
    .from(people)
    .where(eq(people.id, me));
  return row ? { ...row, phone: row.phone ?? "" } : null;
}

/** Submissions that the actor reaches, in the order in which they were asked for. What they do not reach is not among them. */
export async function sendablesOf(
  context: QueryContext,
  ids: readonly string[],
  sender: Sender | null,
): Promise<Sendable[]> {
  const { tx, actor, organisation } = context;
  const rows = await tx
    .select({ submission: submissions, requirement: requirements, name: people.name, calledName: people.calledName })
    .from(submissions)
    .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(inArray(submissions.id, [...ids]), reachesSubmissions(actor, "tailoring:write")));
  const versions = await versionsOf(context, ids);
  const skills = await skillsInCommon(context, ids);
  const t = await translatorFor(organisation, "sending");
  return ids.flatMap((id) => {
    const found = rows.find(({ submission }) => submission.id === id);
    if (!found) return [];
    const { submission, requirement, name, calledName } = found;
    const vendor = requirement.vendorEmail
      ? { address: requirement.vendorEmail, name: requirement.vendorContact }
      : null;
    const money = amountOf(requirement, organisation.locale);
    const fitting = skills
      .filter((skill) => skill.submissionId === id)
      .map((skill) => skill.name)
      .join(", ");
    return [
      {
        ...{ submissionId: id, personId: submission.personId, requirementId: requirement.id, name, vendor },
        ...{ stage: submission.stage as SubmissionStage, title: requirement.title, client: requirement.clientName },
        versions: versions
          .filter((version) => version.submissionId === id)
          .map((version) => ({ ...version, files: filesOf(version, `${name} - ${requirement.title}`) })),
        values: {
          "candidate.name": name,
          "candidate.firstName": calledName ?? firstNameOf(name),
          "requirement.title": requirement.title,
          "requirement.client": requirement.clientName,
          "requirement.place": requirement.place,
          "vendor.name": requirement.vendorName,
          "vendor.contact": requirement.vendorContact,
          rate: money && t(`rate.${requirement.ratePer}`, { amount: money }),
          start: requirement.startsOn ? dayOf(requirement.startsOn, organisation.locale) : "",
          skills: fitting,
          "candidates.names": name,
          "candidates.count": "1",
          "candidates.list": `• ${[name, fitting].filter(Boolean).join(": ")}`,
          "recruiter.name": sender?.name ?? "",
          "recruiter.firstName": firstNameOf(sender?.name ?? ""),
          "recruiter.phone": sender?.phone ?? "",
          "recruiter.email": sender?.address ?? "",
          "organisation.name": organisation.name,
        },
      },
    ];
  });
}

async function versionsOf({ tx }: QueryContext, ids: readonly string[]) {
  const found = await tx
    .select({
      ...{ id: tailoredVersions.id, submissionId: tailoredVersions.submissionId, number: tailoredVersions.number },
      ...{ settledAt: tailoredVersions.settledAt, clean: tailoredVersions.cleanFileId },
      ...{ tracked: tailoredVersions.trackedFileId, pdf: tailoredVersions.pdfFileId },
    })
    .from(tailoredVersions)
    .where(
      and(
        inArray(tailoredVersions.submissionId, [...ids]),
        eq(tailoredVersions.status, "done"),
        isNull(tailoredVersions.deletedAt),
      ),
    )
    .orderBy(desc(tailoredVersions.number));
  const fileIds = found.flatMap(({ clean, tracked, pdf }) => [clean, tracked, pdf].filter((id) => id !== null));
  const stored =
    fileIds.length === 0
      ? []
      : await tx
          .select({ id: files.id, size: fileContents.size, sha256: fileContents.sha256 })
          .from(files)
          .innerJoin(fileContents, eq(fileContents.id, files.contentId))
          .where(and(inArray(files.id, fileIds), isNull(files.deletedAt)));
  const byId = new Map(stored.map((file) => [file.id, file]));
  return found.map(({ clean, tracked, pdf, ...version }) => ({
    ...version,
    stored: { clean: byId.get(clean ?? ""), tracked: byId.get(tracked ?? ""), pdf: byId.get(pdf ?? "") },
  }));
}

/** Technologies that the requirement asks for and the candidate's resume names, what is needed first. */
function skillsInCommon({ tx }: QueryContext, ids: readonly string[]) {
  return tx
    .select({ submissionId: submissions.id, name: requirementSkills.name })
    .from(submissions)
    .innerJoin(requirementSkills, eq(requirementSkills.requirementId, submissions.requirementId))
    .innerJoin(
      candidateSkills,
      and(
        eq(candidateSkills.personId, submissions.personId),
        eq(candidateSkills.technologyKey, requirementSkills.technologyKey),
      ),
    )
    .where(and(inArray(submissions.id, [...ids]), isNull(requirementSkills.deletedAt)))
    .orderBy(sql`${requirementSkills.need} <> 'must'`, asc(requirementSkills.position));
}

type Stored = Awaited<ReturnType<typeof versionsOf>>[number];

/** How a file is called by who gets it: the candidate and what for, whatever it was called here. */
function filesOf({ stored }: Stored, called: string): SendFile[] {
  const plain = called.replace(/[\\/]/g, " ");
  const names: Record<AttachmentKind, string> = {
    clean: safeName(`${plain}.docx`, "docx"),
    tracked: safeName(`${plain} (changes).docx`, "docx"),
    pdf: safeName(`${plain}.pdf`, "pdf"),
  };
  return attachmentKinds.flatMap((kind) => {
    const file = stored[kind];
    return file ? [{ kind, fileId: file.id, name: names[kind], size: file.size, sha256: file.sha256 }] : [];
  });
}

interface Rate {
  rateFromMinor: number | null;
  rateToMinor: number | null;
  currency: string;
}

function amountOf({ rateFromMinor, rateToMinor, currency }: Rate, locale: string): string {
  const ends = [rateFromMinor, rateToMinor].filter((minor) => minor !== null);
  const money = (minor: number) =>
    new Intl.NumberFormat(formatsLocale(locale), {
      ...{ style: "currency" as const, currency, maximumFractionDigits: 2 },
      minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
    }).format(minor / 100);
  return [...new Set(ends.map(money))].join(" – ");
}

const dayOf = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(formatsLocale(locale), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
