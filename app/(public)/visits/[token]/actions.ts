"use server";

import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { assertNotTooOften } from "../../book/read-booking";
import { openVisit } from "./read-visit";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import type { ActionResult } from "@/lib/platform/result";
import { cancelVisit, moveVisit } from "@/lib/scheduling/guests/change-visit";
import { confirmVisit } from "@/lib/scheduling/guests/confirm";

/** The guest says that it is them; at another time where one is named. */
export async function confirm(token: string, startsAt?: string) {
  return changing(token, ({ tokenHash, as }) =>
    as.execute(confirmVisit, { tokenHash, ...(startsAt ? { startsAt } : {}) }),
  );
}

export async function move(token: string, startsAt: string) {
  return changing(token, ({ tokenHash, as }) => as.execute(moveVisit, { tokenHash, startsAt }));
}

export async function cancel(token: string, reason: string) {
  return changing(token, ({ tokenHash, as }) => as.execute(cancelVisit, { tokenHash, reason }));
}

async function changing<Output>(
  token: string,
  work: (visit: ReturnType<typeof openVisit>) => Promise<Output>,
): Promise<ActionResult<Output>> {
  try {
    await assertNotTooOften("change", 240);
    const data = await work(openVisit(token));
    refresh();
    return { ok: true, data };
  } catch (error) {
    unstable_rethrow(error);
    const { requestId } = await requestFacts();
    return { ok: false, refusal: refusalResult(error, requestId) };
  }
}
