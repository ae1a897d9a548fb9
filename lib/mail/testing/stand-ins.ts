import { afterAll, beforeAll } from "vitest";
import { resendStandIn, type ResendStandIn } from "./resend-stand-in";
import { smtpStandIn, type SmtpStandIn } from "./smtp-stand-in";

/** Both outside mail services, stood in for while a file's tests run; there from its first test on. */
export function mailStandIns(): { resend: ResendStandIn; smtp: SmtpStandIn } {
  const services = {} as { resend: ResendStandIn; smtp: SmtpStandIn };
  beforeAll(async () => {
    services.resend = await resendStandIn();
    services.smtp = await smtpStandIn();
  });
  afterAll(async () => {
    await services.resend.close();
    await services.smtp.close();
  });
  return services;
}
