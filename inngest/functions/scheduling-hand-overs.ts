import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { Refusal } from "@/lib/platform/refusal";
import { followHandover } from "@/lib/scheduling/commands/follow-handover";

interface HandedOver {
  organisationId: string;
  programmeId: string;
  /** Whether sessions that are booked go with the programme, or stay with who holds them. */
  sessions?: "go" | "stay";
}

/** Sessions go with their programme to another consultant, unless it was said that they stay. */
const sessionsFollow = inngest.createFunction(
  { id: "scheduling-follow-handover", triggers: [{ event: "programmes.handed-over" }] },
  async ({ event, step }) => {
    const { organisationId, programmeId, sessions } = event.data as HandedOver;
    if (sessions === "stay") return { went: 0, stayed: 0 };
    return step.run("follow", () =>
      job(organisationId, "scheduling-follow-handover").execute(followHandover, { programmeId }).catch(noneIfOff),
    );
  },
);

/** The part may be switched off, or the programme gone by then. */
function noneIfOff(error: unknown): { went: number; stayed: number } {
  if (error instanceof Refusal && (error.code === "off" || error.code === "not_found")) return { went: 0, stayed: 0 };
  throw error;
}

export const handOverFunctions = [sessionsFollow];
