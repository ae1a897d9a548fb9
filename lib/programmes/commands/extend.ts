import "server-only";
import { programmeExtensions } from "@/db/schema/lifecycle";
import { personIdOf } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertGoingOn, lockProgramme, updateProgramme } from "@/lib/programmes/load";
import { ExtendInput } from "@/lib/programmes/schemas";

/** Moves the last day out, with why and who agreed to it. Only a programme that was activated has a last day. */
export const extendProgramme = command({
  name: "programmes.extend",
  permission: "programmes:write",
  input: ExtendInput,
  example: ({ programmeId }) => ({
    id: programmeId,
    toOn: "2027-08-31",
    reason: "Two processes are in their last round.",
    agreedBy: "Ms Lindqvarn, HR",
  }),
  async run(context, { id, toOn, reason, agreedBy }) {
    const programme = await lockProgramme(context, id, "programmes:write");
    assertGoingOn(programme);
    if (!programme.endsOn)
      throw new Refusal("state", "The programme is not active yet, so it has no last day that could move.");
    if (toOn <= programme.endsOn)
      throw new Refusal("invalid", "The new last day must lie after the one that stands.", "toOn");
    const [row] = await context.tx
      .insert(programmeExtensions)
      .values({
        ...{ programmeId: id, fromOn: programme.endsOn, toOn, reason, agreedBy, at: context.now },
        byPersonId: personIdOf(context.actor),
      })
      .returning();
    context.record("extension", null, row!);
    await updateProgramme(context, programme, { endsOn: toOn });
    context.remember({
      ...{ entity: "programme", entityId: id, kind: "programmes.extended" },
      data: { to: toOn, agreedBy },
    });
    context.emit("programmes.extended", { programmeId: id, extensionId: row!.id });
    return { id };
  },
});
