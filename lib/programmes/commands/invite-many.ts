import "server-only";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { packages } from "@/db/schema/packages";
import { separationPeople } from "@/db/schema/seats";
import { engagements } from "@/db/schema/sponsors";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { inviteExecutive } from "@/lib/programmes/commands/invite";
import { suggestionsFor } from "@/lib/programmes/queries/separation";
import { InviteFromFileInput, InviteListedInput } from "@/lib/programmes/schemas";
import { assignListed } from "@/lib/sponsors/commands/separations";
import { consultantWritten } from "@/lib/sponsors/consultant-written";
import { lockEngagement, lockSeparation } from "@/lib/sponsors/load";
import { seatsOf } from "@/lib/sponsors/seats";

/**
 * Invites everybody on the list of a separation event who has a consultant, all or none: when the seats do not suffice, nobody is
 * invited. Returns how many were.
 */
export const inviteListed = command({
  name: "programmes.inviteListed",
  permission: "programmes:invite",
  input: InviteListedInput,
  example: ({ separationEventId }) => ({ separationEventId }),
  async run(context, { separationEventId }): Promise<{ invited: number }> {
    const { tx, now, record } = context;
    const event = await lockSeparation(tx, separationEventId);
    const ready = await tx
      .select()
      .from(separationPeople)
      .where(
        and(
          eq(separationPeople.separationEventId, separationEventId),
          isNull(separationPeople.programmeId),
          isNotNull(separationPeople.consultantId),
        ),
      )
      .orderBy(asc(separationPeople.nameKey))
      .for("update");
    const engagement = await lockEngagement(tx, event.engagementId);
    const { left } = await seatsOf(tx, engagement);
    if (left < ready.length)
      throw new Refusal(
        "limit",
        `${ready.length} people are ready, and the contract ${engagement.reference} has ${left} seats left.`,
      );
    for (const person of ready) {
      const { id: programmeId } = await context
        .call(inviteExecutive, {
          ...{ name: person.name, email: person.email, lastRole: person.lastRole, place: person.place },
          ...{ language: person.language ?? "", noticeOn: person.noticeOn ?? event.handOverOn },
          ...{ packageId: engagement.packageId, consultantId: person.consultantId!, separationEventId },
        })
        .catch((error: unknown) => {
          // Of so many, one must hear whose entry it is.
          if (error instanceof Refusal) throw new Refusal(error.code, `${person.name}: ${error.message}`);
          throw error;
        });
      const [after] = await tx
        .update(separationPeople)
        .set({ programmeId, version: person.version + 1, updatedAt: now })
        .where(eq(separationPeople.id, person.id))
        .returning();
      record("separation-person", person, after!);
    }
    return { invited: ready.length };
  },
});

/** Gives everybody on the list who has no consultant the one suggested; returns how many. Each can be changed by hand after. */
export const assignSuggested = command({
  name: "programmes.assignSuggested",
  permission: "separations:write",
  input: InviteListedInput,
  example: ({ separationEventId }) => ({ separationEventId }),
  async run(context, { separationEventId }): Promise<{ assigned: number }> {
    await lockSeparation(context.tx, separationEventId);
    const suggestions = Object.entries(await suggestionsFor(context, separationEventId));
    for (const [id, { consultant }] of suggestions)
      await context.call(assignListed, { id, consultantId: consultant.id });
    return { assigned: suggestions.length };
  },
});

/** One row of a file of executives: contract, package and consultant as somebody wrote them. */
export const inviteFromFile = command({
  name: "programmes.inviteFromFile",
  permission: "programmes:invite",
  input: InviteFromFileInput,
  example: ({ slug }) => ({
    ...{ name: "Marlene Oduya", email: "marlene@example.com", engagement: "CP-2026-04" },
    ...{ consultant: `consultant@${slug}.example`, language: "nl", place: "Ghent" },
  }),
  async run(context, { engagement, package: packageName, consultant, ...facts }) {
    const found = await orderOf(context, engagement ?? "", packageName ?? "");
    const consultantId = consultant ? await consultantWritten(context.tx, consultant) : undefined;
    const { id, version } = await context
      .call(inviteExecutive, { ...facts, ...found, ...(consultantId ? { consultantId } : {}) })
      .catch((error: unknown) => {
        throw error instanceof Refusal ? asInFile(error) : error;
      });
    return { id, version };
  },
});

/** The columns of a file by the fields of the invitation that they become. */
const columns: Readonly<Record<string, string>> = {
  consultantId: "consultant",
  engagementId: "engagement",
  packageId: "package",
};

/** A refusal at the column of the file in which somebody corrects it. */
function asInFile(refusal: Refusal): Refusal {
  const { field, ...details } = refusal.details;
  const column = field && columns[field];
  return column ? new Refusal(refusal.code, refusal.message, { ...details, field: column }) : refusal;
}

/** The contract or the package that a row names. */
async function orderOf({ tx }: CommandContext, reference: string, packageName: string) {
  if (reference) {
    const [contract] = await tx
      .select({ engagementId: engagements.id, packageId: engagements.packageId })
      .from(engagements)
      .where(and(eq(engagements.referenceKey, nameKey(reference)), isNull(engagements.deletedAt)));
    if (!contract) throw new Refusal("invalid", `There is no contract “${reference}”.`, "engagement");
    return contract;
  }
  if (!packageName) throw new Refusal("invalid", "Name a contract or a package.", "engagement");
  const [found] = await tx
    .select({ packageId: packages.id })
    .from(packages)
    .where(and(eq(packages.nameKey, nameKey(packageName)), isNull(packages.archivedAt), isNull(packages.deletedAt)));
  if (!found) throw new Refusal("invalid", `There is no package “${packageName}”.`, "package");
  return found;
}
