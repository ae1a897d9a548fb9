import type { TextLine } from "./clean-text";
import { headingKind, labelledValues } from "./labels";

/** What of a text is mail around the requirement. Indexes are those of the lines. */
export interface MailParts {
  /** The sender of the innermost mail: who wrote the requirement, not who passed it on. */
  from: { name: string | null; index: number } | null;
  /** Subject of the innermost mail that has one. */
  subject: { value: string; from: number; index: number } | null;
  /** Lines of headers, greetings, closing words and small print: no skill is read there. */
  aside: Set<number>;
  /** First line of each signature, after its closing words, with the first line behind it. */
  signatures: { from: number; to: number }[];
}

const header =
  /^\s*\*?(from|sent|to|cc|bcc|subject|date|reply-to|importance|attachments?|von|gesendet|an|betreff|datum|de|envoyé|à|objet|date|enviado|enviado el|enviado em|para|asunto|assunto|da|inviato|a|oggetto|发件人|发送时间|收件人|主题)\s*\*?\s*[:：]\s*(.*)$/iu;
const senders = /^(?:from|von|de|da|发件人)$/i;
const subjects = /^(?:subject|betreff|objet|asunto|assunto|oggetto|主题)$/i;
const closing =
  /^\s*(?:--|thanks?(?:\s*(?:&|and|und)\s*(?:best |kind |warm )?regards)?|thank you|many thanks|(?:best|kind|warm|warmest)?\s*regards|best|cheers|sincerely|mit freundlichen grüßen|(?:viele|beste|freundliche|liebe) grüße|cordialement|bien cordialement|saludos(?: cordiales)?|un saludo|cordiali saluti|distinti saluti|saluti|atenciosamente|abraços|att|此致|敬礼|谢谢|सादर|धन्यवाद)\s*[,.!|–-]*\s*$/iu;
const smallPrint =
  /confidential\b.{20}|disclaimer|unsubscribe|remove (?:me|your|from)|opt.?out|intended (?:only )?for|^\s*(?:reports to|department|flsa)\s*:|intended recipient|equal opportunity|privacy policy|vertraulich|confidentiel|confidencial|riservat|printing this e-?mail/iu;
const greeting =
  /^\s*(?:hi|hello|dear|hey|good (?:morning|afternoon|day)|greetings|hallo|guten tag|sehr geehrte\w*|bonjour|hola|buenos días|estimad[oa]s?|buongiorno|gentile|ciao|olá|bom dia|prezad[oa]s?|您好|नमस्ते)\b[^.:]{0,40}[,!.]?\s*$/iu;
const passedOn =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|mensagem original).*|on .{8,80} wrote:|am .{8,80} schrieb .{0,60}:|le .{8,80} a écrit\s*:)\s*-*\s*$/iu;

export function mailPartsOf(lines: readonly TextLine[]): MailParts {
  const parts: MailParts = { from: null, subject: null, aside: new Set(), signatures: [] };
  let signature: { from: number; to: number } | null = null;
  lines.forEach(({ text }, index) => {
    const head = readHeader(lines, index);
    if (head) {
      signature = null;
      parts.aside.add(index);
      if (senders.test(head.label)) parts.from = { name: senderName(head.value), index };
      if (subjects.test(head.label) && head.value !== "")
        parts.subject = { value: head.value, from: text.indexOf(head.value), index };
      return;
    }
    if (passedOn.test(text)) {
      signature = null;
      parts.aside.add(index);
    } else if (closing.test(text)) {
      signature = { from: index + 1, to: index + 1 };
      parts.signatures.push(signature);
      parts.aside.add(index);
    } else if (signature && beginsAnew(text)) {
      signature = null;
    } else if (signature) {
      if (index - signature.from < longestSignature) signature.to = index + 1;
      parts.aside.add(index);
    } else if (smallPrint.test(text) || greeting.test(text)) parts.aside.add(index);
  });
  return parts;
}

/** Some write the greeting above the description. What a description begins with ends the signature. */
function beginsAnew(text: string): boolean {
  const kind = headingKind(text) ?? labelledValues([{ number: 1, at: 0, text }])[0]?.kind;
  return kind !== undefined && !["email", "phone", "contact", "company", "vendor", "place", "title"].includes(kind);
}

/** Lines that a signature has at most. What follows is small print. */
const longestSignature = 10;

/** A header stands among others: a line "To: the board" alone is none. "From:" with an address always is. */
function readHeader(lines: readonly TextLine[], index: number): { label: string; value: string } | null {
  const match = header.exec(lines[index]!.text);
  if (!match) return null;
  const [, label, value] = match as unknown as [string, string, string];
  if (subjects.test(label) || (senders.test(label) && value.includes("@"))) return { label, value: value.trim() };
  const beside = [lines[index - 2], lines[index - 1], lines[index + 1], lines[index + 2]];
  const among = beside.filter((line) => line && header.test(line.text)).length;
  return among > 0 && !/^(?:date|datum|a|de|da|an)$/i.test(label)
    ? { label, value: value.trim() }
    : among > 1
      ? { label, value: value.trim() }
      : null;
}

function senderName(value: string): string | null {
  const name = value
    .replace(/<[^>]*>|\[[^\]]*\]|\(.*?\)|mailto:\S+/g, "")
    .replace(/["']/g, "")
    .trim();
  if (name === "" || name.includes("@")) return null;
  const turned = /^(\p{L}[\p{L}'’-]+),\s*(\p{L}[\p{L}'’ -]+)$/u.exec(name);
  return turned ? `${turned[2]} ${turned[1]}` : name;
}
