"use server";

import { answerForm, type FormState } from "@/lib/entry/form";
import { requestFacts } from "@/lib/entry/request";
import { enter } from "@/lib/identity/enter";
import { visitorActor } from "@/lib/identity/installation-actor";
import { setUp as setUpCommand } from "@/lib/organisations/commands/sign-up";
import { executeInstallation } from "@/lib/platform/execute-installation";

export async function setUp(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, async (fields) => {
    const { requestId, address, userAgent } = await requestFacts();
    const input = { ...fields, userAgent };
    const made = await executeInstallation(setUpCommand, await visitorActor(), input, { requestId, address });
    await enter(made, `/${made.slug}`);
  });
}
