import { mostBytes, mostFiles } from "@/lib/mail/rules/letter-limits";
import type { SendItem } from "@/components/tailoring/sending/types";
import { fillText, letterProblem } from "@/lib/tailoring/sending/letter-text";
import type { AttachmentKind, SendRecipient } from "@/lib/tailoring/sending/attachment-kinds";
import { valuesTo, valuesTogether } from "@/lib/tailoring/sending/values-together";
import { filledInAt, type VariableName } from "@/lib/tailoring/sending/variables";

/** One letter that would leave: of whom, to whom, and what keeps it here. */
export interface LetterAhead {
  /** The first one in it. */
  item: SendItem;
  /** Whose resumes go in it; of a letter that went before, whose had gone. */
  items: readonly SendItem[];
  recipient: SendRecipient;
  /** With its values. */
  subject: string;
  missing: VariableName[];
  /** What went to them before, and when; it does not go again. */
  before: ReadonlyArray<{ item: SendItem; on: string }>;
  /** When all of it went to them before: then it does not go at all. */
  sentOn: string | null;
}

/** As addresses are compared; the server does it again, with their domains in one form. */
const compared = (address: string): string => address.trim().toLowerCase();

/**
 * Every letter of one sending: one for each resume, or `together` one with all. Without recipients of its own each goes to the requirement's
 * contact; where that has none, to nobody yet, with an empty address.
 */
export function lettersAhead(
  items: readonly SendItem[],
  recipients: readonly SendRecipient[],
  words: { subject: string; body: string },
  together: { locale: string } | null = null,
): LetterAhead[] {
  const groups = together && items.length > 0 ? [items] : items.map((item) => [item]);
  return groups.flatMap((group) => {
    const to = recipients.length > 0 ? recipients : [group[0]!.vendor ?? { address: "", name: "" }];
    return to.map((recipient) => {
      const before = group.flatMap((item) => {
        const sent = item.before.find(({ recipientKey }) => recipientKey === compared(recipient.address));
        return sent ? [{ item, on: sent.on }] : [];
      });
      const left = group.filter((item) => !before.some((sent) => sent.item === item));
      const going = left.length > 0 ? left : group;
      const each = going.map(({ values }) => values);
      const values = valuesTo(together ? valuesTogether(each, together.locale) : each[0]!, recipient);
      const subject = fillText(words.subject, values);
      const missing = [...subject.missing, ...fillText(words.body, values).missing];
      return {
        ...{ item: going[0]!, items: going, recipient, subject: subject.text, missing: [...new Set(missing)], before },
        sentOn: left.length === 0 ? before[0]!.on : null,
      };
    });
  });
}

/** How many bytes and files a letter has; more than mail takes is not sent. */
export function loadOf({ items }: Pick<LetterAhead, "items">, kinds: readonly AttachmentKind[]) {
  const files = items.flatMap(({ version }) => version?.files.filter(({ kind }) => kinds.includes(kind)) ?? []);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { files: files.length, bytes, tooMuch: bytes > mostBytes || files.length > mostFiles };
}

/** Values that only a letter about one candidate has. */
export const isOfOne = (name: VariableName): boolean => name.startsWith("candidate.") || name === "skills";

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

/** What a resume of a sending is called: whose it is, and for what where one person is in it several times. */
export function calledIn(items: readonly SendItem[]): (item: Pick<SendItem, "personId" | "name" | "title">) => string {
  const times = new Map<string, number>();
  for (const { personId } of items) times.set(personId, (times.get(personId) ?? 0) + 1);
  return ({ personId, name, title }) => ((times.get(personId) ?? 0) > 1 ? `${name}, ${title}` : name);
}
