import "server-only";
import PostalMime from "postal-mime";
import { Resend } from "resend";
import { parseSender } from "@/lib/mail/rules/address";

/** What a calendar program answers to an invitation. */
interface CalendarAnswer {
  method: "REPLY" | "COUNTER";
  content: string;
}

/** A mail that came in, as far as it is read. */
export interface IncomingMail {
  from: { address: string; name: string | null };
  subject: string;
  text: string;
  calendar: CalendarAnswer | null;
  /** Written by a program that answers by itself: an absence, a receipt. */
  automatic: boolean;
}

export type Fetched =
  | { kind: "mail"; mail: IncomingMail }
  /** It cannot be had any more, or nobody wrote it. */
  | { kind: "gone"; code: string }
  /** Not now. */
  | { kind: "later"; code: string };

export interface ReceivingSettings {
  apiKey: string;
  baseUrl?: string | undefined;
  /** How long one answer may take; Resend calls again what is not answered in time. */
  timeoutMilliseconds?: number;
}

/** Bytes at most of an answer's calendar object, and of a whole mail that is looked through for one. */
const most = { calendar: 1_000_000, mail: 4_000_000 };

/** Files of one mail that are looked at: programs send the same answer as two of them at most. */
const mostFiles = 3;

/** Fetches a mail that Resend received. */
export async function fetchReceived(emailId: string, settings: ReceivingSettings): Promise<Fetched> {
  const { apiKey, baseUrl, timeoutMilliseconds = 5_000 } = settings;
  const { receiving } = new Resend(apiKey, baseUrl ? { baseUrl } : {}).emails;
  const inTime = () => ({ signal: AbortSignal.timeout(timeoutMilliseconds) });
  try {
    const { data: mail, error } = await receiving.get(emailId, {}, inTime());
    if (error) return problemOf(error);
    const from = parseSender(mail.from);
    if (!/^[^\s<>@,]+@[^\s<>@,]+$/.test(from.address)) return { kind: "gone", code: "no-sender" };
    let calendar: CalendarAnswer | null = null;
    for (const { id } of mail.attachments.filter(mayBeCalendar).slice(0, mostFiles)) {
      const { data: file, error: fault } = await receiving.attachments.get({ emailId, id }, inTime());
      if (fault) return problemOf(fault);
      calendar ??= answerIn(await download(file.download_url, most.calendar, inTime().signal));
    }
    // Outlook sends its answer as a form of the mail, which need not be listed as a file.
    if (!calendar && mail.raw)
      calendar = await answerInside(await download(mail.raw.download_url, most.mail, inTime().signal));
    const headers = Object.entries(mail.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
    const submitted = headers.find(([name]) => name === "auto-submitted")?.[1] ?? "no";
    return {
      kind: "mail",
      mail: {
        from: { address: from.address, name: from.name || null },
        ...{ subject: mail.subject ?? "", text: mail.text ?? "", calendar },
        automatic: submitted.trim().toLowerCase() !== "no",
      },
    };
  } catch (error) {
    return { kind: "later", code: error instanceof Error ? error.name : "unreachable" };
  }
}

/** What is not there any more is not asked for again; a wrong key is put right by the operator. */
const problemOf = ({ name, statusCode }: { name: string; statusCode?: number | null | undefined }): Fetched =>
  statusCode === 404 || statusCode === 410 || statusCode === 422
    ? { kind: "gone", code: name }
    : { kind: "later", code: name };

const mayBeCalendar = ({ content_type: type, filename }: { content_type: string; filename: string | null }): boolean =>
  /^(text\/calendar|application\/ics)\b/i.test(type ?? "") || /\.ics$/i.test(filename ?? "");

/** The answer of a calendar in a text, if it is one. */
function answerIn(content: string | null): CalendarAnswer | null {
  const method = content && /^METHOD:(REPLY|COUNTER)\s*$/im.exec(content)?.[1]?.toUpperCase();
  return method ? { method: method as "REPLY" | "COUNTER", content } : null;
}

async function answerInside(mail: string | null): Promise<CalendarAnswer | null> {
  if (mail === null) return null;
  // A mail that cannot be read says nothing to a calendar.
  const parts = await PostalMime.parse(mail, { attachmentEncoding: "utf8" }).catch(() => null);
  for (const { mimeType, filename, content } of parts?.attachments ?? []) {
    if (!mayBeCalendar({ content_type: mimeType, filename }) || typeof content !== "string") continue;
    const answer = content.length <= most.calendar ? answerIn(content) : null;
    if (answer) return answer;
  }
  return null;
}

/** What lies at an address that Resend gave us; null where it is larger than an answer ever is. */
async function download(url: string, mostBytes: number, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(url, { signal, redirect: "error" });
  if (!response.ok || !response.body) throw new Error("download");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    // Leaving the loop ends the download.
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
