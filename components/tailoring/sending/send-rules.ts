import { isOfOne } from "@/components/tailoring/sending/letters";
import type { SendItem, SendTemplate } from "@/components/tailoring/sending/types";
import type { SendRecipient } from "@/lib/tailoring/sending/attachment-kinds";
import { readLetter } from "@/lib/tailoring/sending/letter-text";

/** Whether a template is about several candidates: it names no value of one alone, and lists them. */
export function forSeveral({ subject, body }: SendTemplate): boolean {
  const named = [...readLetter(subject).parts, ...readLetter(body).parts].flatMap((part) =>
    part.kind === "value" ? [part.name] : [],
  );
  return !named.some(isOfOne) && named.some((name) => name.startsWith("candidates."));
}

/** What is marked as wrong first, or says what is missing. */
export const firstProblem = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>("[aria-invalid=true], [data-slot=field-error], [data-slot=missing-values]");

/** The contact of the requirement as the one recipient, where all have the same one; none where each has its own. */
export function recipientsOf(items: readonly SendItem[]): SendRecipient[] {
  const vendors = new Map(items.map(({ vendor }) => [vendor?.address.toLowerCase() ?? "", vendor]));
  if (vendors.size > 1) return [];
  return [[...vendors.values()][0] ?? { address: "", name: "" }];
}
