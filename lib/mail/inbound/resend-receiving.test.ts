import { afterAll, beforeAll, expect, test } from "vitest";
import { receivingStandIn, type KeptMail, type ReceivingStandIn } from "@/lib/mail/testing/receiving-stand-in";
import { readReply } from "@/lib/icalendar/read-reply";
import { fetchReceived } from "./resend-receiving";

let resend: ReceivingStandIn;
beforeAll(async () => {
  resend = await receivingStandIn();
});
afterAll(() => resend.close());

const answer = (method = "REPLY") =>
  [
    "BEGIN:VCALENDAR",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    "UID:1",
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:robin@north.example",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
const file = (
  content: string,
  type = "text/calendar; charset=utf-8; method=REPLY",
  filename: string | null = null,
) => ({
  ...{ content, type, filename },
});
let count = 0;
async function fetched(mail: Partial<KeptMail>) {
  const emailId = `mail-${(count += 1)}`;
  resend.keep(emailId, { from: "Robin Executive <robin@north.example>", subject: "Accepted: Coaching", ...mail });
  return fetchReceived(emailId, { apiKey: "re_test", baseUrl: resend.url });
}

test("an answer that is a file of the mail is read, whatever its type says", async () => {
  expect(await fetched({ text: "Yes.", files: [file("%PDF", "application/pdf", "a.pdf"), file(answer())] })).toEqual({
    kind: "mail",
    mail: {
      from: { address: "robin@north.example", name: "Robin Executive" },
      ...{ subject: "Accepted: Coaching", text: "Yes.", automatic: false },
      calendar: { method: "REPLY", content: answer() },
    },
  });
  for (const one of [
    file(answer("COUNTER"), "application/ics"),
    file(answer("COUNTER"), "application/octet-stream", "x.ICS"),
  ])
    expect(await fetched({ files: [one] })).toMatchObject({ mail: { calendar: { method: "COUNTER" } } });
});

test("an answer that is a form of the mail alone is found in the whole of it, as Outlook sends it", async () => {
  const raw = [
    ...["From: robin@north.example", "Subject: Accepted", "MIME-Version: 1.0"],
    ...['Content-Type: multipart/alternative; boundary="b"', "", "--b", "Content-Type: text/plain", "", "Yes."],
    ...["--b", 'Content-Type: text/calendar; charset="utf-8"; method=REPLY', "Content-Transfer-Encoding: base64", ""],
    ...[Buffer.from(answer()).toString("base64"), "--b--", ""],
  ].join("\r\n");
  const found = await fetched({ raw });
  expect(found).toMatchObject({ mail: { calendar: { method: "REPLY" } } });
  expect(readReply(found.kind === "mail" ? found.mail.calendar!.content : "", "UTC")).toMatchObject({
    ...{ kind: "reply", replies: [{ uid: "1", attendeeMail: "robin@north.example", answer: "accepted" }] },
  });
  expect(await fetched({ raw: "no mail at all" })).toMatchObject({ kind: "mail", mail: { calendar: null } });
});

test("what is no answer, or larger than one ever is, says nothing", async () => {
  const large = answer().replace("UID:1", `UID:1\r\nDESCRIPTION:${"x".repeat(1_000_001)}`);
  for (const content of [answer("REQUEST"), "METHOD: REPLY", "", large])
    expect(await fetched({ files: [file(content)] })).toMatchObject({ kind: "mail", mail: { calendar: null } });
});

test("nobody is taken for who wrote a mail whose sender is odd", async () => {
  for (const from of ["", "Robin", '"a <robin@north.example>" <other@elsewhere.example>', "a@b.example, c@d.example"])
    expect(await fetched({ from })).toEqual({ kind: "gone", code: "no-sender" });
  const shown = '"robin@north.example" <other@elsewhere.example>';
  expect(await fetched({ from: shown })).toMatchObject({ mail: { from: { address: "other@elsewhere.example" } } });
});

test("what a program answers by itself is told apart", async () => {
  expect(await fetched({ headers: { "Auto-Submitted": "auto-replied" } })).toMatchObject({ mail: { automatic: true } });
  expect(await fetched({ headers: { "auto-submitted": "no" } })).toMatchObject({ mail: { automatic: false } });
});

test("a fault over there is a matter of time, what is gone is not", async () => {
  resend.next(500, 429, 401);
  for (const _ of [1, 2, 3]) expect(await fetched({})).toEqual({ kind: "later", code: "stand_in" });
  expect(await fetchReceived("nobody", { apiKey: "re_test", baseUrl: resend.url })).toEqual({
    ...{ kind: "gone", code: "not_found" },
  });
  const settings = { apiKey: "re_test", baseUrl: resend.url, timeoutMilliseconds: 100 };
  resend.next("silent");
  expect((await fetchReceived("mail-1", settings)).kind).toBe("later");
  expect((await fetchReceived("mail-1", { apiKey: "re_test", baseUrl: "http://127.0.0.1:1" })).kind).toBe("later");
});
