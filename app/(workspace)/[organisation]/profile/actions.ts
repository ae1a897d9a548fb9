"use server";

import { mailLink, mailPasswordChanged } from "../../../(auth)/mails";
import { action } from "@/lib/entry/action";
import { installationResult } from "@/lib/entry/installation-result";
import { changePassword as changePasswordCommand } from "@/lib/identity/commands/passwords";
import { chooseTheme as chooseThemeCommand, endOtherSessions, endSession } from "@/lib/identity/commands/sessions";
import { guarded } from "@/lib/identity/sign-in-guard";
import { requestFacts } from "@/lib/entry/request";
import { chooseChannels } from "@/lib/notifications/commands";
import { requestNewAddress } from "@/lib/people/commands/new-address";
import { choosePhoto as choosePhotoCommand, updateProfile } from "@/lib/people/commands/profile";
import type { ActionResult } from "@/lib/platform/result";

export const save = action(updateProfile);
export const choosePhoto = action(choosePhotoCommand);
export const chooseNews = action(chooseChannels);

export async function chooseTheme(theme: "system" | "light" | "dark"): Promise<ActionResult<unknown>> {
  return installationResult((run) => run(chooseThemeCommand, { theme }));
}

export async function endOne(sessionId: string): Promise<ActionResult<unknown>> {
  return installationResult((run) => run(endSession, { sessionId }));
}

export async function endOthers(): Promise<ActionResult<{ ended: number }>> {
  return installationResult((run) => run(endOtherSessions, {}));
}

/** Guessing the present password in an open browser is slowed and locked as at sign-in. */
export async function changePassword(input: {
  currentPassword: string;
  password: string;
}): Promise<ActionResult<unknown>> {
  return installationResult(async (run, { email }) => {
    const { address } = await requestFacts();
    await mailPasswordChanged(await guarded(email, address, () => run(changePasswordCommand, input)));
    return {};
  });
}

export async function changeAddress(input: { email: string; currentPassword: string }): Promise<ActionResult<unknown>> {
  return installationResult(async (run, { email }) => {
    const { address } = await requestFacts();
    const link = await guarded(email, address, () => run(requestNewAddress, input));
    await mailLink("verify-address", "/new-address", link);
    return {};
  });
}
