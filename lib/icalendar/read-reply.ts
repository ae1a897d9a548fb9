import { Budget } from "./budget";
import { lineOf, readComponents, wordOf, type Component } from "./components";
import type { Answer } from "./event";
import { momentOfStamp } from "./event-times";
import { FeedZones } from "./feed-zones";
import { Problems } from "./problems";
import { stampOf } from "./read-values";
import { decode, fromText } from "./text-lines";

/** What somebody answers to an invitation, for a whole meeting or series or for one occurrence. Nothing of it is checked against who sent it. */
export interface Reply {
  uid: string;
  /** The sequence of the invitation that is answered; an older one is an answer to what no longer holds. */
  sequence: number;
  /** When the occurrence was to begin; null for the whole. */
  occurrence: Date | null;
  /** In small letters. */
  attendeeMail: string;
  answer: Exclude<Answer, "needs-action">;
  comment: string | null;
  stamp: Date | null;
}

export type ReplyReading =
  | { kind: "reply"; replies: [Reply, ...Reply[]] }
  /** Another time is asked for. */
  | { kind: "proposal"; proposal: Omit<Reply, "answer"> & { from: Date; to: Date | null } }
  | {
      kind: "not-a-reply";
      reason:
        | "no-calendar"
        | "too-large"
        | "other-method"
        | "no-event"
        | "no-uid"
        | "no-attendee"
        | "no-answer"
        | "no-time";
    };

/** Answers are small, also with the whole invitation in them. */
const mostOfReply = 1024 * 1024;

/** The most that is kept of what somebody wrote. */
const mostOfComment = 4_000;

const wanted = new Set(
  "UID SEQUENCE METHOD DTSTAMP DTSTART DTEND RECURRENCE-ID ATTENDEE COMMENT TZID RRULE RDATE TZOFFSETFROM TZOFFSETTO X-LIC-LOCATION".split(
    " ",
  ),
);

/** The answer in a calendar object that came by mail. Times that name no zone are of `timeZone`. */
export function readReply(content: Uint8Array | string, timeZone: string): ReplyReading {
  if (content.length > mostOfReply) return no("too-large");
  const { calendars } = readComponents(decode(content).text, wanted);
  if (calendars.length === 0) return no("no-calendar");
  const calendar = calendars.find((one) => methods.has(methodOf(one)));
  if (!calendar) return no("other-method");
  const isProposal = methodOf(calendar) === "COUNTER";
  // What a rule of a zone may take is all that is worked out here.
  const zones = new FeedZones(calendar, {
    ...{
      timeZone,
      range: { from: 0, to: Date.UTC(2200, 0) / 1000 },
      budget: new Budget(200_000),
      problems: new Problems(),
    },
  });
  const read = calendar.parts
    .filter(({ name }) => name === "VEVENT")
    .map((event) => (isProposal ? proposalOf(event, zones) : replyOf(event, zones)));
  const replies = read.flatMap((one) => (typeof one === "string" || "from" in one ? [] : [one]));
  const [first, ...more] = replies;
  if (first) return { kind: "reply", replies: [first, ...more] };
  const proposal = read.find((one) => typeof one !== "string" && "from" in one);
  if (proposal && typeof proposal !== "string" && "from" in proposal) return { kind: "proposal", proposal };
  const [reason = "no-event"] = read.filter((one) => typeof one === "string");
  return no(reason);
}

type Reason = Extract<ReplyReading, { kind: "not-a-reply" }>["reason"];
type Proposal = Extract<ReplyReading, { kind: "proposal" }>["proposal"];

const no = (reason: Reason): ReplyReading => ({ kind: "not-a-reply", reason });

const methods = new Set(["REPLY", "COUNTER"]);
const methodOf = (calendar: Component): string => wordOf(calendar, "METHOD");

function replyOf(event: Component, zones: FeedZones): Reply | Reason {
  const said = saidOf(event, zones);
  if (typeof said === "string") return said;
  const { answer, ...about } = said;
  return answer ? { ...about, answer } : "no-answer";
}

function proposalOf(event: Component, zones: FeedZones): Proposal | Reason {
  const said = saidOf(event, zones);
  if (typeof said === "string") return said;
  const [from, to] = [timeOf(event, "DTSTART", zones), timeOf(event, "DTEND", zones)];
  const { answer: _answer, ...about } = said;
  return from ? { ...about, from, to } : "no-time";
}

const answers: Readonly<Record<string, Reply["answer"]>> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
  DELEGATED: "delegated",
};

/** What is the same for an answer and a proposal. */
function saidOf(
  event: Component,
  zones: FeedZones,
): (Omit<Reply, "answer"> & { answer: Reply["answer"] | null }) | Reason {
  const uid = fromText(lineOf(event, "UID")?.value ?? "");
  if (uid === "") return "no-uid";
  const people = event.lines.flatMap((line) => {
    if (line.name !== "ATTENDEE") return [];
    const mail = mailOf(line.value) ?? mailOf(line.parameters["EMAIL"] ?? "");
    return mail ? [{ mail, answer: answers[line.parameters["PARTSTAT"]?.toUpperCase() ?? ""] ?? null }] : [];
  });
  // Who answers is the only attendee; where a program names all of them, it is the one who answered.
  const attendee = people.find(({ answer }) => answer !== null) ?? people[0];
  if (!attendee) return "no-attendee";
  const occurrence = timeOf(event, "RECURRENCE-ID", zones);
  if (wordOf(event, "RECURRENCE-ID") !== "" && !occurrence) return "no-time";
  const comment = event.lines
    .flatMap(({ name, value }) =>
      name === "COMMENT"
        ? [
            fromText(value)
              .replace(/[\0-\x08\x0B-\x1F\x7F]/g, "")
              .trim(),
          ]
        : [],
    )
    .join("\n")
    .slice(0, mostOfComment)
    .trim();
  return {
    uid,
    sequence: Math.max(0, Math.trunc(Number(lineOf(event, "SEQUENCE")?.value)) || 0),
    occurrence,
    attendeeMail: attendee.mail,
    answer: attendee.answer,
    comment: comment || null,
    stamp: timeOf(event, "DTSTAMP", zones),
  };
}

function timeOf(event: Component, name: string, zones: FeedZones): Date | null {
  const line = lineOf(event, name);
  const stamp = line && stampOf(line);
  return stamp ? new Date(momentOfStamp(stamp, zones) * 1000) : null;
}

/** The address in `mailto:…`, with or without the word; null for what is no address. */
function mailOf(value: string): string | null {
  const address = value
    .trim()
    .replace(/^mailto:/i, "")
    .toLowerCase();
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? address : null;
}
