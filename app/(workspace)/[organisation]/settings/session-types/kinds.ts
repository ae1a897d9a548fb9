import "server-only";
import { getTranslations } from "next-intl/server";
import { sessionKinds } from "@/lib/packages/schemas";

/** Which sessions of a programme a kind of session can use up, in words. */
export async function kindChoices(): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations("packages.sessions");
  return sessionKinds.map((value) => ({ value, label: t(value) }));
}
