import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownStore } from "@/lib/files/testing/own-store";
import { deliverMail } from "@/lib/mail/deliver";
import { resendStandIn, type ResendStandIn } from "@/lib/mail/testing/resend-stand-in";
import { resendTransport } from "@/lib/mail/transports/resend";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { now, setClock } from "@/lib/platform/clock";
import { testWorld } from "@/lib/platform/testing/world";
import type { SendResumes } from "@/lib/tailoring/sending/schemas";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";
import { killed } from "@/lib/tailoring/sending/testing/kill";
import { tailoredFor } from "@/lib/tailoring/sending/testing/tailored";

/*
 * Processes that send resumes and are killed at random moments, over and over, each time with the same letters. Part of `npm run torture`: what it
 * finds is a race, so it proves more the longer it runs.
 */

const world = testWorld();
const storeFolder = ownStore();
let resend: ResendStandIn;
beforeAll(async () => {
  resend = await resendStandIn();
});
afterAll(async () => {
  setClock(null);
  await resend.close();
});

it("sends each letter once, wherever its senders are killed", { timeout: 900_000 }, async () => {
  const sendings: SendResumes[] = [];
  for (let nth = 0; nth < 6; nth++) {
    const { organisationId, submissionId } = world.north;
    const versionId = await tailoredFor(organisationId, submissionId, `Resume number ${nth}.\n`);
    sendings.push({
      items: [{ submissionId, versionId }],
      recipients: [1, 2, 3, 4].map((to) => ({ address: `r${to}.${nth}@vendor.example`, name: `R${to}` })),
      ...{ subject: "{{candidate.name}}", body: "Hello {{recipient.name}}", attachments: ["clean"] },
      ...{ followUpDays: "3", notesOpenings: true },
    });
  }
  const { organisationId, slug } = world.north;
  const { userId } = await world.north.as("recruiter");
  const settings = {
    DATABASE_URL: world.database.appUrl,
    ...{ MAIL_TRANSPORT: "resend", RESEND_API_KEY: "re_test", RESEND_BASE_URL: resend.url },
  };
  let kills = 0;
  for (let round = 0; round < 25; round++) {
    const where = `random:${randomInt(900, 6_000)}`;
    const signal = await killed(
      { where, organisationId, slug, userId, storeFolder: storeFolder(), sendings },
      settings,
    );
    if (signal === "SIGKILL") kills += 1;
  }
  // Somebody comes back and presses again; what was left is delivered when its claims have run out.
  for (const sending of sendings) await world.north.execute(sendResumes, "recruiter", sending);
  const transport = resendTransport({ apiKey: "re_test", baseUrl: resend.url });
  for (let sweep = 1; sweep <= 2; sweep++) {
    setClock(new Date(now().getTime() + 6 * 60_000));
    const mails = await transaction({ organisationId }, (tx) => tx.select({ id: mailMessages.id }).from(mailMessages));
    for (const { id } of mails) await deliverMail(organisationId, id, transport);
  }
  const arrived = resend.delivered.map(({ to }) => to[0]!).filter((to) => /^r\d\.\d@/.test(to));
  expect(arrived.sort()).toEqual(sendings.flatMap(({ recipients }) => recipients.map(({ address }) => address)).sort());
  expect(kills).toBeGreaterThan(5);
});
