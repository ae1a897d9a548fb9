import { hourlySweep } from "@/inngest/hourly-sweep";
import { closeDueRounds, remindRaters } from "@/lib/competencies/commands/sweeps";

/** Rounds whose last day has passed are closed, and open requests brought to mind. */
const rounds = hourlySweep({
  ...{ id: "competencies-rounds", minute: 22, module: "competencies" },
  work: { closed: closeDueRounds, reminded: remindRaters },
});

export const competencyFunctions = [rounds];
