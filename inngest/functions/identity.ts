import { inngest } from "@/inngest/client";
import { forgetOldSessions } from "@/lib/identity/commands/sessions";
import { endTrials } from "@/lib/organisations/commands/operator";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { forgetEnded } from "@/lib/platform/rate-limit";

const housekeeping = { kind: "operator", userId: null, name: "housekeeping" } as const;

/** Each night: trials that are over go on in the free plan; counters and sessions that are long over are forgotten. */
const nightly = inngest.createFunction(
  { id: "identity-nightly", triggers: [{ cron: "23 2 * * *" }], retries: 2, concurrency: { limit: 1 } },
  async ({ step }) => {
    const trials = await step.run("trials", () => executeInstallation(endTrials, housekeeping, {}));
    const sessions = await step.run("sessions", () => executeInstallation(forgetOldSessions, housekeeping, {}));
    const limits = await step.run("limits", () => forgetEnded());
    return { trials: trials.ended, sessions: sessions.removed, limits };
  },
);

export const identityFunctions = [nightly];
