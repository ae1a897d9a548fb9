import "server-only";
import { command } from "@/lib/platform/operation";
import { assertVersion } from "@/lib/platform/two-editors";
import { lockProgramme, updateProgramme } from "@/lib/programmes/load";
import { payerNamed } from "@/lib/programmes/payer";
import { EditProgrammeInput } from "@/lib/programmes/schemas";

/** The facts of a programme: who pays, the last role, dates, the team that owns it. */
export const editProgramme = command({
  name: "programmes.edit",
  permission: "programmes:write",
  input: EditProgrammeInput,
  example: ({ programmeId, teamId }) => ({
    id: programmeId,
    expectedVersion: 1,
    sponsorName: "Corvane Packaging",
    lastRole: "VP Operations",
    noticeOn: "2026-10-01",
    endsOn: "2027-05-31",
    teamId,
  }),
  async run(context, { id, expectedVersion, sponsorName, lastRole, ...given }) {
    const programme = await lockProgramme(context, id, "programmes:write");
    assertVersion(programme, expectedVersion, "this programme");
    await updateProgramme(context, programme, {
      ...(await payerNamed(context, programme, sponsorName)),
      lastRole,
      noticeOn: given.noticeOn || null,
      endsOn: given.endsOn || null,
      teamId: given.teamId || null,
    });
    context.emit("programmes.edited", { programmeId: id });
    return { id };
  },
});
