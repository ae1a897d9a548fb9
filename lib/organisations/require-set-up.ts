import "server-only";
import { redirect } from "next/navigation";
import { isSetUp } from "@/lib/organisations/commands/sign-up";
import { visitorActor } from "@/lib/identity/installation-actor";
import { executeInstallation } from "@/lib/platform/execute-installation";

let known = false;

/** Leads to the set-up page as long as this installation has no organisation. Asked once; there is no way back. */
export async function requireSetUp(): Promise<void> {
  known ||= await executeInstallation(isSetUp, await visitorActor(), {});
  if (!known) redirect("/set-up");
}
