"use server";

import { redirect } from "next/navigation";
import { mailLink, mailPasswordChanged } from "../mails";
import { answerForm, type FormState } from "@/lib/entry/form";
import { requestFacts } from "@/lib/entry/request";
import { requestReset, resetPassword } from "@/lib/identity/commands/passwords";
import { visitorActor } from "@/lib/identity/installation-actor";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { emailKey } from "@/lib/platform/keys";
import { consumeOrRefuse } from "@/lib/platform/rate-limit";

const hour = 3600;

/** The answer is the same whether the address has an account or not. */
export async function askForLink(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, async ({ email = "" }) => {
    const { requestId, address } = await requestFacts();
    await consumeOrRefuse(`reset:address:${address}`, 30, hour, "There were too many requests from your network");
    await consumeOrRefuse(`reset:email:${emailKey(email)}`, 4, hour, "A mail was asked for several times already");
    const link = await executeInstallation(requestReset, await visitorActor(), { email }, { requestId, address });
    await mailLink("reset-password", "/new-password", link);
    return "sent";
  });
}

export async function setNewPassword(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, async ({ token = "", password = "" }) => {
    const { requestId, address } = await requestFacts();
    const input = { token, password };
    const changed = await executeInstallation(resetPassword, await visitorActor(), input, { requestId, address });
    await mailPasswordChanged(changed);
    redirect(`/sign-in?notice=password-set&email=${encodeURIComponent(changed.email)}`);
  });
}
