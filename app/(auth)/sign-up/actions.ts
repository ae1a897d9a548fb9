"use server";

import { mailLink } from "../mails";
import { answerForm, type FormState } from "@/lib/entry/form";
import { requestFacts } from "@/lib/entry/request";
import { visitorActor } from "@/lib/identity/installation-actor";
import { signUp as signUpCommand } from "@/lib/organisations/commands/sign-up";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { emailKey } from "@/lib/platform/keys";
import { consumeOrRefuse } from "@/lib/platform/rate-limit";

const hour = 3600;

export async function signUp(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, async (fields) => {
    const { requestId, address } = await requestFacts();
    await consumeOrRefuse(`sign-up:address:${address}`, 20, hour, "There were too many sign-ups from your network");
    await consumeOrRefuse(
      `sign-up:email:${emailKey(fields.email ?? "")}`,
      4,
      hour,
      "We sent this address several mails already",
    );
    await mailLink(
      "verify-address",
      "/verify",
      await executeInstallation(signUpCommand, await visitorActor(), fields, { requestId, address }),
    );
    return "sent";
  });
}
