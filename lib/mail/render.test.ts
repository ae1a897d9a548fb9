import { describe, expect, it } from "vitest";
import { brandOf, installationBrand } from "@/lib/mail/branding";
import { renderMail } from "@/lib/mail/render";
import { templateKeys, templateOf } from "@/lib/mail/templates/registry";
import { Refusal } from "@/lib/platform/refusal";

const brand = brandOf({ name: "North Harbour", settings: { branding: { accent: "#7a3b9e" } } });
const reader = { name: "Ragnhild", locale: "en-GB", timeZone: "Europe/Zurich" };
const frame = { brand, reader, choicesHref: "/north-harbour/profile/notifications" };

describe.each(templateKeys)("the mail %s", (key) => {
  it("has a subject, HTML, a text part, one action, and says why it came and how to stop it", async () => {
    const mail = await renderMail(key, templateOf(key).example, frame);
    expect(mail.subject.length).toBeGreaterThan(5);
    expect(mail.html).toContain("North Harbour");
    expect(mail.html.match(/class="action"/g)).toHaveLength(1);
    const href = `http://localhost:3000${String(templateOf(key).example.href)}`;
    expect(mail.html).toContain(href);
    expect(mail.text).toContain(href);
    expect(mail.text.split("\n").filter((line) => line.endsWith(` ${href}`))).toHaveLength(1);
    expect(mail.text).toContain("Hello Ragnhild,");
    expect(mail.text).toContain(mail.reason);
    expect(mail.text).toMatch(/switched off|switch off|what you get by mail/i);
  });

  it("has no unfilled placeholder and nothing that is undefined", async () => {
    const mail = await renderMail(key, templateOf(key).example, frame);
    const body = mail.html.replace(/<style>[\s\S]*?<\/style>/g, "");
    for (const part of [mail.subject, body, mail.text, mail.reason])
      expect(part).not.toMatch(/[{}]|undefined|null|NaN|templates\.|Invalid Date|\[object/);
  });

  it("is refused before sending when any needed variable is missing", async () => {
    const { example, variables } = templateOf(key);
    const needed = Object.keys(variables.shape).filter((name) => !variables.shape[name]!.safeParse(undefined).success);
    expect(needed).toContain("href");
    for (const name of needed) {
      const { [name]: _left, ...rest } = example;
      const attempt = renderMail(key, rest, frame);
      await expect(attempt).rejects.toBeInstanceOf(Refusal);
      await expect(attempt).rejects.toThrow(`variables.${name}`);
    }
  });

  it("refuses variables that it does not know, empty texts and links that lead elsewhere", async () => {
    const { example } = templateOf(key);
    await expect(renderMail(key, { ...example, surprise: 1 }, frame)).rejects.toThrow("cannot be written");
    for (const href of ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
      await expect(renderMail(key, { ...example, href }, frame)).rejects.toThrow("variables.href");
  });
});

describe("a mail", () => {
  it("writes days as the reader's region does, in the language of the sentence around them", async () => {
    const mail = async (locale: string) =>
      renderMail(
        "verify-address",
        { href: "/v/x", expiresAt: new Date("2026-12-05T21:30:00Z") },
        { brand: installationBrand(), reader: { name: null, locale, timeZone: "America/New_York" }, choicesHref: null },
      );
    expect((await mail("en-US")).text).toContain("Saturday, December 5, 2026");
    expect((await mail("de-CH")).text).toMatch(/Saturday,? 5 December 2026/);
    expect((await mail("en-US")).text).toMatch(/0?4:30.PM EST/);
  });

  it("shows moments in the zone of the reader and says which zone", async () => {
    const { text } = await renderMail(
      "verify-address",
      { href: "/v/x", expiresAt: new Date("2026-12-05T09:00:00Z") },
      {
        brand: installationBrand(),
        reader: { name: null, locale: "en-GB", timeZone: "Asia/Tokyo" },
        choicesHref: null,
      },
    );
    expect(text).toContain("Saturday");
    expect(text).toContain("18:00");
    expect(text).toMatch(/GMT\+9|JST/);
    expect(text).toMatch(/^.*Hello,/s);
  });

  it("says of a task whether it is due soon, today, tomorrow or late", async () => {
    const subject = async (daysLeft: number) =>
      (await renderMail("task-due", { taskTitle: "Call Ana", dueOn: "2026-11-24", daysLeft, href: "/a" }, frame))
        .subject;
    expect(await subject(0)).toBe("Due today: Call Ana");
    expect(await subject(1)).toBe("Due tomorrow: Call Ana");
    expect(await subject(5)).toMatch(/^Due on Tuesday,? 24 November 2026: Call Ana$/);
    expect(await subject(-2)).toMatch(/^Was due on Tuesday,? 24 November 2026: Call Ana$/);
  });

  it("keeps what people typed harmless: markup is shown, not run, and a subject is one line", async () => {
    const mail = await renderMail(
      "new-message",
      { senderName: "Ana <script>alert(1)</script>\r\nBcc: all@example.com", attachments: 2, href: "/a" },
      frame,
    );
    expect(mail.html).not.toContain("<script");
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.text).toContain("2 files are attached");
  });

  it("carries the accent of the organisation on its one button, and says that it can be dark", async () => {
    const { html } = await renderMail("notification", templateOf("notification").example, frame);
    expect(html).toContain(`background-color:${brand.colours.solid}`);
    expect(html).toContain('name="color-scheme"');
    expect(html).toContain("prefers-color-scheme: dark");
  });
});
