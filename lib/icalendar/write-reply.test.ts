import { expect, test } from "vitest";
import { readReply } from "./read-reply";
import { writeInvitation } from "./write-calendar";
import { writeReply } from "./write-reply";

const by = { name: 'Łucja "Lu" Haddad', mail: "lucja@example.com" };
const stamp = new Date("2026-11-23T09:00:00Z");

test("an answer says to which version of which meeting it is, by whom, and what", () => {
  const invitation = writeInvitation([
    {
      ...{ uid: "a;b,c@sessions.landfall", sequence: 3, stamp, timeZone: "Europe/Zurich", summary: "Coaching" },
      ...{ start: new Date("2026-12-01T09:00:00Z"), end: new Date("2026-12-01T10:00:00Z") },
      ...{ organizer: { name: "North", mail: "post@north.example" }, attendees: [by] },
    },
  ]);
  const reply = writeReply(invitation, by, { answer: "declined", stamp, comment: "Ill,\nsorry" })!;
  expect(readReply(reply, "UTC")).toEqual({
    kind: "reply",
    replies: [
      {
        ...{ uid: "a;b,c@sessions.landfall", sequence: 3, occurrence: null, attendeeMail: by.mail },
        ...{ answer: "declined", comment: "Ill,\nsorry", stamp },
      },
    ],
  });
});

test("to what is no invitation there is no answer", () => {
  for (const text of ["", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "Hello"])
    expect(writeReply(text, by, { answer: "accepted", stamp })).toBeNull();
});
