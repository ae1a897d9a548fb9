import "server-only";
import { redirect } from "next/navigation";
import { signIn, SignInRefused } from "@/lib/identity/auth";
import type { SignedIn } from "@/lib/identity/commands/sign-in";
import { handoverTicket } from "@/lib/identity/handover";

/** Gives this browser the cookie of a session that was just opened, and leads to a page of our own. */
export async function enter(session: SignedIn, path: string): Promise<never> {
  await signIn("handover", { ticket: handoverTicket(session), redirect: false });
  redirect(path);
}

/** Signs in with a password. @throws Refusal that says why not and, after too many tries, when to try again. */
export async function enterWithPassword(email: string, password: string): Promise<void> {
  try {
    await signIn("password", { email, password, redirect: false });
  } catch (error) {
    throw error instanceof SignInRefused ? error.refusal : error;
  }
}
