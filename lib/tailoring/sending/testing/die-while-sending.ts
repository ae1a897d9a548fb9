import { transaction } from "@/db/client";
import { useContentStore } from "@/lib/files/store/content-store";
import { DiskStore } from "@/lib/files/store/disk-store";
import { personActor } from "@/lib/identity/person-actor";
import { deliverDue, deliverMail } from "@/lib/mail/deliver";
import type { Transport } from "@/lib/mail/rules/outcome";
import { configuredTransport } from "@/lib/mail/transports/configured";
import { execute } from "@/lib/platform/execute";
import type { SendResumes } from "@/lib/tailoring/sending/schemas";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";

/*
 * A process of a test. It sends resumes or delivers their letters, and is killed at a fixed point: before the letters are committed (`writing`),
 * right after (`written`), when a letter was claimed and nothing has left (`claimed`), when the other side has taken so many of them and the last
 * is recorded nowhere (`sent:1`, `sent:3`). With `random:400` it is killed after so many milliseconds, wherever it is.
 */
interface Told {
  where: string;
  organisationId: string;
  slug: string;
  userId: string;
  storeFolder: string;
  sendings: SendResumes[];
  mailIds: string[];
}

const told = JSON.parse(process.argv[2] ?? "") as Told;
useContentStore(new DiskStore(told.storeFolder));
const [where, number = "0"] = told.where.split(":");

const die = (): Promise<never> => {
  process.kill(process.pid, "SIGKILL");
  return new Promise<never>(() => undefined);
};

if (where === "random") setTimeout(() => void die(), Number(number));

const actor = await personActor({ id: told.userId, userId: told.userId }, told.slug);
for (const sending of told.sendings) {
  if (where === "writing")
    await transaction({ organisationId: told.organisationId, userId: told.userId }, async (tx) => {
      await execute(sendResumes, actor, sending, { join: tx });
      await die();
    });
  await execute(sendResumes, actor, sending);
}
if (where === "written") await die();

const real = configuredTransport();
let left = where === "sent" ? Number(number) : Infinity;
const dying: Transport = {
  name: real.name,
  async send(envelope) {
    if (where === "claimed") return die();
    const outcome = await real.send(envelope);
    left -= 1;
    return left > 0 ? outcome : die();
  },
};
if (where === "random") await deliverDue();
for (const mailId of told.mailIds) await deliverMail(told.organisationId, mailId, dying);
