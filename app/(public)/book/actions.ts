"use server";

import { createHash, randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { DateTime } from "luxon";
import { assertNotTooOften, openPlace, type Place } from "./read-booking";
import type { AskedVisit } from "@/components/booking/model";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import { emailKey } from "@/lib/platform/keys";
import { consumeOrRefuse } from "@/lib/platform/rate-limit";
import { Refusal } from "@/lib/platform/refusal";
import type { ActionResult } from "@/lib/platform/result";
import { askVisit, keptFor } from "@/lib/scheduling/guests/ask";
import { holdForGuest, releaseForGuest } from "@/lib/scheduling/guests/hold";
import { guestWhyNot } from "@/lib/scheduling/guests/page-queries";
import { isZone } from "@/lib/scheduling/is-zone";

/** Of one network in an hour. */
const most = { hold: 120, ask: 30, whyNot: 240 };

/** Mails that one address gets from booking pages in an hour: nobody's mailbox is filled by who types its address. */
const mailsAnHour = 6;

export async function hold(at: Place, asked: { typeId: string; startsAt: string; insteadOf?: string }) {
  return visiting(async () => {
    await assertNotTooOften("hold", most.hold);
    const { page, as } = await openPlace(at);
    return as.execute(holdForGuest, { page, ...asked });
  });
}

export async function release(at: Place, holdId: string) {
  return visiting(async () => {
    await assertNotTooOften("hold", most.hold);
    const { page, as } = await openPlace(at);
    return as.execute(releaseForGuest, { page, holdId });
  });
}

export async function ask(at: Place, { website, ...asked }: AskedVisit) {
  return visiting(async () => {
    await assertNotTooOften("ask", most.ask);
    // A program filled in what nobody sees. It reads what it hoped for, and nothing is done.
    if (website) return { id: randomUUID(), keptUntil: new Date(Date.now() + keptFor).toISOString() };
    const mailbox = createHash("sha256").update(emailKey(asked.email)).digest("hex");
    await consumeOrRefuse(`book:mail:${mailbox}`, mailsAnHour, 3600, "Too many times were asked for with this address");
    const { page, as } = await openPlace(at);
    return as.execute(askVisit, { page, ...asked });
  });
}

export async function whyNot(at: Place, asked: { typeId: string; date: string; time: string; timeZone: string }) {
  return visiting(async () => {
    await assertNotTooOften("why-not", most.whyNot);
    const { typeId, date, time, timeZone } = asked;
    const moment = DateTime.fromISO(`${date}T${time}`, { zone: isZone(timeZone) ? timeZone : "UTC" });
    if (!moment.isValid) throw new Refusal("invalid", "This is not a time.");
    const { page, as } = await openPlace(at);
    return as.ask(guestWhyNot, { page, typeId, timeZone, startsAt: moment.toUTC().toISO() });
  });
}

async function visiting<Output>(work: () => Promise<Output>): Promise<ActionResult<Output>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    unstable_rethrow(error);
    const { requestId } = await requestFacts();
    return { ok: false, refusal: refusalResult(error, requestId) };
  }
}
