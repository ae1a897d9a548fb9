import type { SendItem } from "@/components/tailoring/sending/types";
import { fillText, letterProblem } from "@/lib/tailoring/sending/letter-text";
import type { SendRecipient } from "@/lib/tailoring/sending/attachment-kinds";
import { filledInAt, firstNameOf, type VariableName } from "@/lib/tailoring/sending/variables";

/** One letter that would leave: of whom, to whom, and what keeps it here. */
export interface LetterAhead {
  item: SendItem;
  recipient: SendRecipient;
  missing: VariableName[];
  /** When the same went to them before; it does not go again. */
  sentOn: string | null;
}

/** As addresses are compared; the server does it again, with their domains in one form. */
const compared = (address: string): string => address.trim().toLowerCase();

/**
 * Every letter of one sending. Without recipients of its own each goes to the requirement's contact; where that has none, to nobody yet, with an
 * empty address.
 */
export function lettersAhead(
  items: readonly SendItem[],
  recipients: readonly SendRecipient[],
  words: { subject: string; body: string },
): LetterAhead[] {
  return items.flatMap((item) => {
    const to = recipients.length > 0 ? recipients : [item.vendor ?? { address: "", name: "" }];
    return to.map((recipient) => {
      const values = {
        ...item.values,
        "recipient.name": recipient.name,
        "recipient.firstName": firstNameOf(recipient.name),
      };
      const missing = [...fillText(words.subject, values).missing, ...fillText(words.body, values).missing];
      const sentOn = item.before.find(({ recipientKey }) => recipientKey === compared(recipient.address))?.on ?? null;
      return { item, recipient, missing: [...new Set(missing)], sentOn };
    });
  });
}

/** Where a value that is missing is filled in; null where it is on this page. */
export function placeOf(name: VariableName, item: SendItem, organisation: string): string | null {
  const at = filledInAt(name);
  if (name === "skills" || at === "candidate") return `/${organisation}/candidates/${item.personId}`;
  if (at === "requirement") return `/${organisation}/requirements/${item.requirementId}/edit`;
  return at === "profile" ? `/${organisation}/profile` : null;
}

/** What is wrong with the words themselves. */
export const problemsOf = ({ subject, body }: { subject: string; body: string }) => ({
  subject: subject.trim() ? letterProblem(subject) : "",
  body: body.trim() ? letterProblem(body) : "",
});
