import type { StoredPromise } from "@/db/schema/sla";
import type { PolicyFields } from "./schemas";

type Fields = PolicyFields["promises"][number];

/** What is stored of the promises that a form has, by metric. */
export const promisesFrom = (promises: readonly Fields[]): Record<string, StoredPromise> =>
  Object.fromEntries(
    promises.map(({ metric, minutes, time, warnAt, escalations }) => [
      metric,
      {
        ...{ seconds: minutes * 60, time },
        warnAt: [...warnAt].sort((one, other) => one - other).map((percent) => percent / 100),
        escalations: escalations.map(({ afterMinutes, people, overseers }, place) => ({
          ...{ level: place + 1, afterSeconds: afterMinutes * 60, people, overseers },
        })),
      },
    ]),
  );

/** The other way round. */
export const fieldsOf = (metric: string, { seconds, time, warnAt, escalations }: StoredPromise): Fields => ({
  ...{ metric, minutes: Math.round(seconds / 60), time },
  warnAt: warnAt.map((share) => Math.round(share * 100)),
  escalations: escalations.map(({ afterSeconds, people, overseers }) => ({
    ...{ afterMinutes: Math.round(afterSeconds / 60), people, overseers },
  })),
});
