"use server";

import { visitorOrAccount } from "../../read-link";
import { answerForm, type FormState } from "@/lib/entry/form";
import { requestFacts } from "@/lib/entry/request";
import { enter } from "@/lib/identity/enter";
import { guarded } from "@/lib/identity/sign-in-guard";
import { acceptInvitation, readInvitation } from "@/lib/people/commands/accept-invitation";
import { executeInstallation } from "@/lib/platform/execute-installation";

export async function accept(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, async ({ token = "", name, password }) => {
    const { requestId, address, userAgent } = await requestFacts();
    const actor = await visitorOrAccount();
    const { email, hasAccount } = await executeInstallation(readInvitation, actor, { token });
    const take = () =>
      executeInstallation(acceptInvitation, actor, { token, name, password, userAgent }, { requestId, address });
    const accepted = hasAccount ? await guarded(email, address, take) : await take();
    await enter(accepted, `/${accepted.slug}`);
  });
}
