import { describe, expect, it } from "vitest";
import { answerDemoMail, demoMail, demoMailboxIsOpen, demoMails } from "@/lib/mail/demo-mailbox";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();

describe("the open mailbox", () => {
  it("is not there outside of a demo", async () => {
    expect(demoMailboxIsOpen()).toBe(false);
    const mailId = world.north.mailId;
    for (const attempt of [
      () => demoMails(""),
      () => demoMail("north", mailId),
      () => demoMail("-", mailId),
      () => answerDemoMail("north", { mailId, key: mailId, text: "Hello" }),
    ])
      expect((await refusalOf(attempt())).code).toBe("not_found");
  });
});
