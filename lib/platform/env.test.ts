import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkEnvironment, describeSettings, readEnvironment, SettingsError } from "./env";

const complete = {
  DATABASE_URL: "postgres://app:secret@localhost:5432/landfall",
  AUTH_SECRET: "a".repeat(40),
  LANDFALL_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
};

function refusal(source: Record<string, string>): string {
  try {
    readEnvironment(source);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  return "";
}

describe("settings", () => {
  it("need nothing to be read, so that a build runs without any", () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({
      PORT: 3000,
      LANDFALL_URL: "http://localhost:3000",
      LANDFALL_ENV: "development",
      LANDFALL_DEMO: false,
      DATABASE_DRIVER: "pg",
      MAIL_TRANSPORT: "mailbox",
    });
    expect(environment.DATABASE_URL).toBeUndefined();
  });

  it("count as not set when they are empty", () => {
    expect(readEnvironment({ RESEND_API_KEY: "", PORT: " ", LANDFALL_DATA: "" })).toMatchObject({
      PORT: 3000,
      LANDFALL_DATA: ".landfall",
      MAIL_TRANSPORT: "mailbox",
    });
  });

  it("follow from one another where nothing else is said", () => {
    expect(readEnvironment({ PORT: "4100" }).LANDFALL_URL).toBe("http://localhost:4100");
    expect(readEnvironment({ LANDFALL_URL: "https://firm.example/" }).LANDFALL_URL).toBe("https://firm.example");
    expect(readEnvironment({}).LANDFALL_HOST).toBe("127.0.0.1");
    expect(readEnvironment({ LANDFALL_URL: "https://firm.example" }).LANDFALL_HOST).toBe("0.0.0.0");
    expect(readEnvironment({ PORT: "4100" }).LANDFALL_INTERNAL_URL).toBe("http://127.0.0.1:4100");
    expect(readEnvironment({ DATABASE_URL: "postgresql://a:b@ep-1.eu.neon.tech/x" }).DATABASE_DRIVER).toBe("neon");
    expect(
      readEnvironment({ DATABASE_URL: "postgresql://a:b@ep-1.eu.neon.tech/x", DATABASE_DRIVER: "pg" }).DATABASE_DRIVER,
    ).toBe("pg");
    expect(readEnvironment({ RESEND_API_KEY: "re_1" }).MAIL_TRANSPORT).toBe("resend");
    expect(readEnvironment({ SMTP_URL: "smtp://localhost:25" }).MAIL_TRANSPORT).toBe("smtp");
    expect(readEnvironment({ NODE_ENV: "test" }).LANDFALL_ENV).toBe("test");
  });

  it.each([
    [{ PORT: "99999" }, "PORT is not a whole number from 1 to 65535."],
    [{ PORT: "abc" }, "PORT is not a whole number from 1 to 65535."],
    [{ DATABASE_DRIVER: "mysql" }, "DATABASE_DRIVER is not one of pg, neon."],
    [{ DATABASE_URL: "mysql://localhost/x" }, /^DATABASE_URL is not an address like postgres:/],
    [{ LANDFALL_DEMO: "perhaps" }, "LANDFALL_DEMO is not 1 or 0."],
    [{ LANDFALL_URL: "landfall.example" }, /^LANDFALL_URL is not an address/],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET is shorter than 32 characters."],
    [{ LANDFALL_MASTER_KEY: "c2hvcnQ=" }, /^LANDFALL_MASTER_KEY is not base64 of 32 bytes/],
    [{ MAIL_TRANSPORT: "resend" }, "RESEND_API_KEY is not set, and MAIL_TRANSPORT is resend."],
    [{ MAIL_TRANSPORT: "smtp" }, "SMTP_URL is not set, and MAIL_TRANSPORT is smtp."],
    [{ MAIL_FROM: "nobody" }, /^MAIL_FROM is not a mail address/],
    [{ FILES_S3_BUCKET: "files" }, "FILES_S3_ACCESS_KEY_ID is not set, and FILES_S3_BUCKET is."],
    [{ FILES_S3_ENDPOINT: "https://s3.example" }, "FILES_S3_BUCKET is not set, and FILES_S3_ENDPOINT is."],
    [{ INNGEST_EVENT_KEY: "key" }, /^INNGEST_SIGNING_KEY is not set/],
    [
      { INNGEST_BASE_URL: "http://inngest:8288", NODE_ENV: "production" },
      /^INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY are not set/,
    ],
    [{ MAIL_INBOUND_ADDRESS: "answers@in.example.com" }, /^RESEND_WEBHOOK_SECRET is not set: mail that comes in/],
    [{ RESEND_WEBHOOK_SECRET: `whsec_${"a".repeat(32)}` }, /^MAIL_INBOUND_ADDRESS is not set: mail that comes in/],
    [
      { MAIL_INBOUND_ADDRESS: "answers@in.example.com", RESEND_WEBHOOK_SECRET: `whsec_${"a".repeat(32)}` },
      /^RESEND_API_KEY is not set, and MAIL_INBOUND_ADDRESS is/,
    ],
    [{ MAIL_INBOUND_ADDRESS: "answers+me@in.example.com" }, /^MAIL_INBOUND_ADDRESS is not a plain mail address/],
    [{ RESEND_WEBHOOK_SECRET: "whsec_short" }, /^RESEND_WEBHOOK_SECRET is not a secret like/],
    [{ RESEND_BASE_URL: "http://localhost:1" }, "RESEND_API_KEY is not set, and RESEND_BASE_URL is."],
    [{ FILES_S3_SECRET_ACCESS_KEY: "x" }, "FILES_S3_BUCKET is not set, and FILES_S3_SECRET_ACCESS_KEY is."],
    [{ LIBREOFFICE_PATH: "soffice" }, "LIBREOFFICE_PATH is neither off nor a path that begins with /."],
    [{ GOTENBERG_URL: "http://convert:3000", LIBREOFFICE_PATH: "off" }, /^GOTENBERG_URL and LIBREOFFICE_PATH are both/],
    [{ CONVERTER_SECONDS: "1" }, "CONVERTER_SECONDS is not a whole number from 5 to 600."],
    [{ NEON_WS_PROXY: "localhost:1" }, "NEON_WS_PROXY is set, and DATABASE_DRIVER is not neon."],
    [{ SMTP_URL: "smtp://post@mail.example" }, "SMTP_URL has a user without a password."],
    [{ RESEND_API_KEY: "re_1", NODE_ENV: "production" }, /^MAIL_FROM is not set, and mails leave by resend/],
    [{ LANDFALL_TRUSTED_PROXIES: "everybody" }, /^LANDFALL_TRUSTED_PROXIES is not a number of proxies, nor addresses/],
    [{ LANDFALL_CLOCK: "yesterday" }, /^LANDFALL_CLOCK is not a moment/],
    [{ LANDFALL_CLOCK: "2026-11-21T09:00:00Z", NODE_ENV: "production" }, /^LANDFALL_CLOCK is for demo and tests/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL is not one of/],
  ])("that are wrong say which and why: %o", (source, message) => {
    if (message instanceof RegExp) expect(refusal(source)).toMatch(message);
    else expect(refusal(source)).toBe(message);
    expect(refusal(source)).not.toContain("\n");
  });

  it("never show the value of what was wrong", () => {
    expect(refusal({ DATABASE_URL: "mysql://app:hunter2@localhost/x" })).not.toContain("hunter2");
    expect(refusal({ AUTH_SECRET: "hunter2" })).not.toContain("hunter2");
  });

  it("of a server must be complete before it starts", () => {
    expect(checkEnvironment(complete).DATABASE_URL).toBe(complete.DATABASE_URL);
    for (const name of Object.keys(complete)) {
      expect(() => checkEnvironment({ ...complete, [name]: "" })).toThrow(new RegExp(`^${name} is not set`));
    }
  });

  it("are each described", () => {
    const settings = describeSettings();
    expect(settings.length).toBeGreaterThanOrEqual(30);
    for (const { name, description } of settings) expect(description, name).toMatch(/^.{8,}$/);
    expect(settings.find(({ name }) => name === "PORT")?.fallback).toBe("3000");
    expect(settings.find(({ name }) => name === "LANDFALL_DEMO")?.fallback).toBe("0");
  });

  it.each([".env.example", "README.md"])("stand in %s, every one", (file) => {
    const text = readFileSync(file, "utf8");
    for (const { name } of describeSettings()) expect(text, `${name}: run \`npm run settings\``).toContain(name);
  });
});
