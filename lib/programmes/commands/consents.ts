import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { programmeConsents } from "@/db/schema/lifecycle";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { consentWording } from "@/lib/programmes/consents";
import { lockProgramme } from "@/lib/programmes/load";
import { ConsentInput, type ConsentKind } from "@/lib/programmes/schemas";

/** The executive lets others see something of the programme. Nobody does that for them; giving it twice changes nothing. */
export const giveConsent = command({
  name: "programmes.giveConsent",
  permission: "programmes:work",
  input: ConsentInput,
  example: ({ programmeId }) => ({ programmeId, kind: "stage" as const }),
  undo: ({ programmeId, kind }) => ({ operation: "programmes.withdrawConsent", input: { programmeId, kind } }),
  async run(context, { programmeId, kind }) {
    const standing = await standingOf(context, programmeId, kind);
    if (standing) return { id: standing.id };
    const [row] = await context.tx
      .insert(programmeConsents)
      .values({ programmeId, kind, givenAt: context.now, wordingVersion: consentWording[kind] })
      .returning();
    context.record("consent", null, row!);
    context.remember({ entity: "programme", entityId: programmeId, kind: "programmes.consent-given", data: { kind } });
    context.emit("programmes.consent-given", { programmeId, kind });
    return { id: row!.id };
  },
});

/** Takes a consent back. What it let others see is gone from their next page, file and mail; the row says when it stood. */
export const withdrawConsent = command({
  name: "programmes.withdrawConsent",
  permission: "programmes:work",
  input: ConsentInput,
  example: ({ programmeId }) => ({ programmeId, kind: "resume" as const }),
  undo: ({ programmeId, kind }) => ({ operation: "programmes.giveConsent", input: { programmeId, kind } }),
  async run(context, { programmeId, kind }) {
    const standing = await standingOf(context, programmeId, kind);
    if (!standing) throw new Refusal("state", "This is not given, so there is nothing to take back.");
    const [after] = await context.tx
      .update(programmeConsents)
      .set({ withdrawnAt: context.now, version: standing.version + 1, updatedAt: context.now })
      .where(eq(programmeConsents.id, standing.id))
      .returning();
    context.record("consent", standing, after!);
    context.remember({
      ...{ entity: "programme", entityId: programmeId, kind: "programmes.consent-withdrawn", data: { kind } },
    });
    context.emit("programmes.consent-withdrawn", { programmeId, kind });
    return { id: standing.id };
  },
});

/** The consent that stands, with the programme locked: two clicks at once make one row. Only the executive asks for it here. */
async function standingOf(context: CommandContext, programmeId: string, kind: ConsentKind) {
  const programme = await lockProgramme(context, programmeId, "programmes:work");
  if (personIdOf(context.actor) !== programme.executiveId)
    throw new Refusal("forbidden", "Only the executive decides what others may see.");
  const [standing] = await context.tx
    .select()
    .from(programmeConsents)
    .where(
      and(
        eq(programmeConsents.programmeId, programmeId),
        eq(programmeConsents.kind, kind),
        isNull(programmeConsents.withdrawnAt),
      ),
    );
  return standing;
}
