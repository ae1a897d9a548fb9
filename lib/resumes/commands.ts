import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { profilePositions, profileSections, resumeOffers, resumes } from "@/db/schema/resumes";
import { MESSAGES } from "@/lib/documents/package/unreadable-file";
import { attachFile } from "@/lib/files/commands";
import { fileTypes } from "@/lib/files/inspection/file-types";
import { fileCard } from "@/lib/files/queries";
import { notify } from "@/lib/notifications/notify";
import { personIdOf } from "@/lib/platform/actor";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import { DecideInput, RecordReadingInput, UploadResumeInput } from "@/lib/resumes/schemas";
import { mayReach } from "@/lib/resumes/visibility";

/** What may be a resume; whether it can be read, the reader says. */
const kindsOfResume: ReadonlySet<string> = new Set([fileTypes.docx.mediaType, fileTypes.pdf.mediaType]);

/** A resume was uploaded; a background function reads it. What is neither kind of document is refused at once. */
export const uploadResume = command({
  name: "resumes.upload",
  permission: "resumes:write",
  input: UploadResumeInput,
  example: ({ executiveId, resumeFileId }) => ({ personId: executiveId, fileId: resumeFileId }),
  async run(context, { personId, fileId }) {
    const { tx, actor, now, record } = context;
    if (!(await mayReach(tx, actor, "resumes:write", personId))) throw notFound("this person");
    const file = await context.ask(fileCard, { fileId });
    if (!kindsOfResume.has(file.mediaType)) throw new Refusal("invalid", MESSAGES["unknown-format"], "fileId");
    const [row] = await tx
      .insert(resumes)
      .values({
        personId,
        fileId,
        fileName: file.name,
        status: "waiting",
        uploadedPersonId: personIdOf(actor),
        createdAt: now,
      })
      .returning();
    record("resume", null, row!);
    await context.call(attachFile, { fileId, entity: "resume", entityId: row!.id });
    context.emit("resumes.uploaded", { resumeId: row!.id });
    return { id: row!.id };
  },
});

/** What the reader found. Offers are stored sealed, and decided one by one. */
export const recordReading = command({
  name: "resumes.recordReading",
  permission: "resumes:write",
  input: RecordReadingInput,
  example: ({ resumeId }) => ({
    id: resumeId,
    outcome: { status: "unreadable" as const, code: "image-only", message: "This PDF holds only pictures of text." },
  }),
  async run(context, { id, outcome }) {
    const { tx, now, record, organisation } = context;
    const resume = await resumeToChange(context, id);
    if (resume.status !== "waiting" && context.actor.kind !== "system") throw notFound("this resume");
    const changes =
      outcome.status === "read"
        ? {
            status: "read",
            format: outcome.format,
            warnings: outcome.warnings,
            roleCount: outcome.offers.filter(({ kind }) => kind === "role").length,
            readAt: now,
          }
        : { status: "unreadable", refusalCode: outcome.code, refusalMessage: outcome.message, readAt: now };
    const [after] = await tx
      .update(resumes)
      .set({ ...changes, version: resume.version + 1, updatedAt: now })
      .where(eq(resumes.id, id))
      .returning();
    record("resume", resume, after!);
    // A step that runs again after a crash replaces what it stored before.
    await tx.delete(resumeOffers).where(and(eq(resumeOffers.resumeId, id), eq(resumeOffers.decision, "open")));
    if (outcome.status === "read" && outcome.offers.length > 0) {
      const key = dataKeyOf(organisation);
      await tx.insert(resumeOffers).values(
        outcome.offers.map(({ value, ...offer }, index) => ({
          resumeId: id,
          ...offer,
          valueEncrypted: sealText(key, JSON.stringify(value), `resume-offer:${id}:${index + 1}`),
          position: index + 1,
        })),
      );
    }
    const tell = resume.uploadedPersonId ?? resume.personId;
    await notify(context, {
      personIds: [tell],
      kind: outcome.status === "read" ? "resumes.read" : "resumes.unreadable",
      data: { file: resume.fileName },
      href: await pageOf(context, resume.personId, id),
      dedupeKey: `resume/${id}/${outcome.status}`,
    });
    context.emit("resumes.read", { resumeId: id });
    return { id };
  },
});

/** Takes one thing that was read into the profile, changed or as it is; leaves it out; or takes that back. */
export const decideOffer = command({
  name: "resumes.decide",
  permission: "resumes:write",
  input: DecideInput,
  example: ({ resumeOfferId }) => ({ offerId: resumeOfferId, decision: "taken" as const }),
  undo: ({ offerId }) => ({ operation: "resumes.decide", input: { offerId, decision: "open" } }),
  async run(context, { offerId, decision, value: changed }) {
    const { tx, now, record, organisation } = context;
    const [offer] = await tx.select().from(resumeOffers).where(eq(resumeOffers.id, offerId)).for("update");
    if (!offer) throw notFound("this line of the resume");
    const resume = await resumeToChange(context, offer.resumeId);
    const sealed = openText(
      dataKeyOf(organisation),
      offer.valueEncrypted,
      `resume-offer:${offer.resumeId}:${offer.position}`,
    );
    const value = { ...(JSON.parse(sealed) as Record<string, string>), ...changed };
    await takeBack(context, offerId);
    if (decision === "taken") await take(context, resume.personId, offer, value);
    const [after] = await tx
      .update(resumeOffers)
      .set({ decision, version: offer.version + 1, updatedAt: now })
      .where(eq(resumeOffers.id, offerId))
      .returning();
    record("resume-offer", offer, after!);
    return { id: offerId };
  },
});

type OfferRow = typeof resumeOffers.$inferSelect;

async function take(
  context: CommandContext,
  personId: string,
  offer: OfferRow,
  value: Record<string, string>,
): Promise<void> {
  const { tx, record } = context;
  if (offer.kind === "role") {
    const { title = "", employer = "", starts = "", ends = "", startsKey = "", endsKey = "" } = value;
    if (!title.trim() && !employer.trim())
      throw new Refusal("invalid", "Say what the position was, or where.", "value.title");
    const [row] = await tx
      .insert(profilePositions)
      .values({ personId, title, employer, starts, ends, startsKey, endsKey, resumeOfferId: offer.id })
      .returning();
    record("position", null, row!);
    return;
  }
  if (offer.kind === "section") {
    const { title = "", body = "" } = value;
    const [row] = await tx
      .insert(profileSections)
      .values({ personId, kind: offer.field ?? "other", title, body, resumeOfferId: offer.id })
      .returning();
    record("profile-section", null, row!);
    return;
  }
  await takeContact(context, personId, offer.field ?? "", value.text ?? "");
}

/** Contact data goes onto the person. Sign-in addresses are not touched, and what is not a field of a person becomes part of the profile. */
async function takeContact({ tx, now, record }: CommandContext, personId: string, field: string, text: string) {
  const [person] = await tx.select().from(people).where(eq(people.id, personId)).for("update");
  if (!person) throw notFound("this person");
  const changes: Partial<typeof people.$inferInsert> =
    field === "name"
      ? { name: text, nameKey: nameKey(text) }
      : field === "phone"
        ? { phone: text }
        : field === "location"
          ? { location: text }
          : field === "email" && !person.email
            ? { email: text, emailKey: text.trim().toLowerCase() }
            : {};
  if (Object.keys(changes).length === 0) {
    if (field === "email") return;
    const [row] = await tx
      .insert(profileSections)
      .values({ personId, kind: "other", title: field, body: text })
      .returning();
    record("profile-section", null, row!);
    return;
  }
  const [after] = await tx
    .update(people)
    .set({ ...changes, version: person.version + 1, updatedAt: now })
    .where(eq(people.id, personId))
    .returning();
  record("person", person, after!);
}

/** Removes what an offer had brought to the profile, so that a decision can be changed. */
async function takeBack({ tx, now, record }: CommandContext, offerId: string): Promise<void> {
  const positions = await tx
    .select()
    .from(profilePositions)
    .where(and(eq(profilePositions.resumeOfferId, offerId), isNull(profilePositions.deletedAt)));
  for (const row of positions) {
    await tx.update(profilePositions).set({ deletedAt: now }).where(eq(profilePositions.id, row.id));
    record("position", row, { ...row, deletedAt: now });
  }
  const sections = await tx
    .select()
    .from(profileSections)
    .where(and(eq(profileSections.resumeOfferId, offerId), isNull(profileSections.deletedAt)));
  for (const row of sections) {
    await tx.update(profileSections).set({ deletedAt: now }).where(eq(profileSections.id, row.id));
    record("profile-section", row, { ...row, deletedAt: now });
  }
}

/** Where a resume is looked at: in the person's latest programme. */
async function pageOf({ tx }: CommandContext, personId: string, resumeId: string): Promise<string> {
  const [programme] = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(and(eq(programmes.executiveId, personId), isNull(programmes.deletedAt)))
    .orderBy(desc(programmes.invitedAt))
    .limit(1);
  return programme ? `/programmes/${programme.id}/profile/${resumeId}` : "/";
}

async function resumeToChange({ tx, actor }: CommandContext, id: string) {
  const [resume] = await tx.select().from(resumes).where(eq(resumes.id, id)).for("update");
  if (!resume || resume.deletedAt || !(await mayReach(tx, actor, "resumes:write", resume.personId)))
    throw notFound("this resume");
  return resume;
}
