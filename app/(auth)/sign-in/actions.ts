"use server";

import { redirect } from "next/navigation";
import { answerForm, type FormState } from "@/lib/entry/form";
import { requestFacts } from "@/lib/entry/request";
import { enter, enterWithPassword } from "@/lib/identity/enter";
import { visitorActor } from "@/lib/identity/installation-actor";
import { safeNext } from "@/lib/identity/safe-next";
import { signInAsDemo as signInAsDemoCommand } from "@/lib/people/demo";
import { executeInstallation } from "@/lib/platform/execute-installation";

export async function signIn(_before: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, async ({ email = "", password = "", next }) => {
    await enterWithPassword(email, password);
    redirect(safeNext(next));
  });
}

/** One click on a desk of the demo. */
export async function signInAsDemo(form: FormData): Promise<void> {
  const { userAgent, requestId, address } = await requestFacts();
  const input = { personId: String(form.get("personId") ?? ""), userAgent };
  const entered = await executeInstallation(signInAsDemoCommand, await visitorActor(), input, { requestId, address });
  await enter(entered, `/${entered.slug}`);
}
