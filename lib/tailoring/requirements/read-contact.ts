import { EMAIL, readPhones } from "@/lib/resumes/reading/contacts";
import { namesEmployer, titleWords } from "@/lib/resumes/reading/words";
import type { TextLine } from "./clean-text";
import { trimmed, type Labelled } from "./labels";
import type { MailParts } from "./mail";
import type { Evidence, Found, ReadRequirement } from "./requirement";

type Contact = ReadRequirement["contact"] & { company: Found<string> | null };

/** Who asks, and for which company: labels first, then the sender, then the signature. The innermost mail counts, not who passed it on. */
export function readContact(
  text: string,
  lines: readonly TextLine[],
  labelled: readonly Labelled[],
  mail: MailParts,
): Contact {
  const begin = mail.from?.index ?? 0;
  const signature = mail.signatures.find(({ from }) => from > begin) ?? mail.signatures.at(-1) ?? null;
  const signed = signature ? lines.slice(signature.from, signature.to) : [];
  const named = labelled.find(({ kind, value }) => kind === "contact" && value !== "");
  const sender = mail.from ? lines[mail.from.index]! : null;
  const near = [...(named ? lines.slice(named.index, named.index + 3) : []), ...(sender ? [sender] : []), ...signed];
  return {
    name:
      nameIn(named, 0.9) ??
      (mail.from?.name && sender ? foundIn(sender, mail.from.name, 0.85) : null) ??
      signedName(signed),
    email: firstMail(near, 0.9) ?? onlyMail(lines),
    phone: phoneOf(labelled, [...near, ...lines.filter(({ text: line }) => calls.test(line))]),
    company: signedCompany(signed),
  };
}

function nameIn(named: Labelled | undefined, confidence: number): Found<string> | null {
  if (!named) return null;
  const name = /^[\p{L}][\p{L}.'’-]*(?: [\p{L}][\p{L}.'’-]*){0,3}/u.exec(named.value)?.[0];
  if (!name || !isName(name)) return null;
  return { value: name, confidence, evidence: { ...named.evidence, length: name.length } };
}

/** A name as signatures and headers write it; what names a job or a company is none. */
function isName(text: string): boolean {
  return (
    text.length <= 50 &&
    /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|da|di|del|van|von|der|el|al|bin)){0,3}$|^[\u4e00-\u9fff]{2,4}$/u.test(
      text,
    ) &&
    titleWords(text) === 0 &&
    !namesEmployer(text)
  );
}

function signedName(signed: readonly TextLine[]): Found<string> | null {
  for (const line of signed.filter(({ text }) => text.trim() !== "").slice(0, 2)) {
    const name = line.text.trim().split(/\s*[|,•(]\s*|\s[-–—]\s/)[0]!;
    if (isName(name)) return foundIn(line, name, 0.75);
  }
  return null;
}

function signedCompany(signed: readonly TextLine[]): Found<string> | null {
  for (const line of signed) {
    for (const piece of line.text
      .split(/\s*[|•]\s*|\s[-–—]\s|,\s(?!(?:Inc|LLC|Ltd|LLP|Corp)\b)/u)
      .map((part) => part.trim())) {
      if (piece.length < 3 || piece.length > 60 || /[@\d:]|www\./i.test(piece) || !namesEmployer(piece)) continue;
      if (
        titleWords(piece) > 0 &&
        !/\b(?:Inc|LLC|Ltd|LLP|Corp|GmbH|AG|SE|SA|SAS|SL|SRL|SpA|Ltda|BV|PLC)\b\.?$/u.test(piece)
      )
        continue;
      return foundIn(line, piece, 0.7);
    }
  }
  return null;
}

function firstMail(near: readonly TextLine[], confidence: number): Found<string> | null {
  for (const line of near) {
    const mail = [...line.text.matchAll(EMAIL)][0];
    if (mail) return foundIn(line, mail[0], confidence);
  }
  return null;
}

/** An address that stands alone in the text is the one to write to; of several nobody knows. */
function onlyMail(lines: readonly TextLine[]): Found<string> | null {
  const all = lines.flatMap((line) => [...line.text.matchAll(EMAIL)].map((match) => ({ line, mail: match[0] })));
  const first = all[0];
  return first && all.every(({ mail }) => mail.toLowerCase() === first.mail.toLowerCase())
    ? foundIn(first.line, first.mail, 0.6)
    : null;
}

/** A line that asks to be rung up. */
const calls =
  /\b(?:call|text|phone|whatsapp|reach (?:me|us|out)|ring|anrufen|appelez|llam\w+|chiama\w*|ligue)\b.*\d{3}/iu;

function phoneOf(labelled: readonly Labelled[], near: readonly TextLine[]): Found<string> | null {
  const lines = [
    ...labelled.flatMap(({ kind, value, evidence }) =>
      kind === "phone" ? [{ number: evidence.line, at: evidence.at, text: value }] : [],
    ),
    ...near,
  ];
  for (const line of lines) {
    const phone = readPhones([`Phone: ${line.text}`])[0];
    if (phone && line.text.includes(phone)) return foundIn(line, phone, 0.85);
  }
  return null;
}

function foundIn(line: TextLine, value: string, confidence: number): Found<string> | null {
  const at = line.text.indexOf(value);
  if (at < 0) return turnedName(line, value, confidence);
  const evidence: Evidence = trimmed(line, at, at + value.length);
  return { value, confidence, evidence };
}

/** "Nair, Priya" is read as Priya Nair; the evidence is what stands there. */
function turnedName(line: TextLine, value: string, confidence: number): Found<string> | null {
  const last = value.split(" ").at(-1)!;
  const at = line.text.indexOf(last);
  return at < 0
    ? null
    : {
        value,
        confidence,
        evidence: { line: line.number, at: line.at + at, length: Math.min(value.length + 1, line.text.length - at) },
      };
}
