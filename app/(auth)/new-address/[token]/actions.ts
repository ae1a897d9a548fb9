"use server";

import { redirect } from "next/navigation";
import { answerForm, type FormState } from "@/lib/entry/form";
import { requestFacts } from "@/lib/entry/request";
import { visitorActor } from "@/lib/identity/installation-actor";
import { confirmNewAddress } from "@/lib/people/commands/new-address";
import { executeInstallation } from "@/lib/platform/execute-installation";

export async function confirm(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, async ({ token = "" }) => {
    const { requestId, address } = await requestFacts();
    await executeInstallation(confirmNewAddress, await visitorActor(), { token }, { requestId, address });
    redirect("/sign-in?notice=address-changed");
  });
}
