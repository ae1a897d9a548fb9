import { deliverMail } from "@/lib/mail/deliver";
import { deliverInstallationMail } from "@/lib/mail/installation";
import type { Transport } from "@/lib/mail/rules/outcome";
import { configuredTransport } from "@/lib/mail/transports/configured";

/*
 * A process of a test: delivers one mail (or, without an organisation, one about an account) through the configured transport
 * and is killed the moment the other side has taken it, before anything is recorded.
 */
const [organisationId, mailId] = process.argv.slice(2) as [string, string];
const real = configuredTransport();
const dying: Transport = {
  name: real.name,
  async send(envelope) {
    await real.send(envelope);
    process.kill(process.pid, "SIGKILL");
    return new Promise<never>(() => undefined);
  },
};
await (organisationId === "-" ? deliverInstallationMail(mailId, dying) : deliverMail(organisationId, mailId, dying));
