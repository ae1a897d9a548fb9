import { expect, test } from "vitest";
import { whyUndelivered } from "@/components/mail/shown";
import words from "@/messages/en/mail.json";

test("each way of not arriving has its words, a restore from a backup its own", () => {
  const cases = [
    { status: "failed", errorCode: "timeout" },
    { status: "failed", errorCode: "restored" },
    { status: "refused", errorCode: "550" },
    { status: "suppressed", errorCode: "bounced" },
  ];
  const said = cases.map((mail) => words.mailbox.why[whyUndelivered(mail) as keyof typeof words.mailbox.why]);
  expect(new Set(said).size).toBe(cases.length);
  expect(said[1]).toMatch(/restored from a backup.*[Ss]end it again/);
});
