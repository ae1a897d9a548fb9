import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { envelope } from "@/lib/mail/testing/envelope";
import { resendStandIn, type ResendStandIn } from "@/lib/mail/testing/resend-stand-in";
import { resendTransport } from "@/lib/mail/transports/resend";

let resend: ResendStandIn;
beforeEach(async () => {
  resend = await resendStandIn();
});
afterEach(() => resend.close());

const transport = (more: { apiKey?: string; timeoutMilliseconds?: number } = {}) =>
  resendTransport({ apiKey: "re_test", baseUrl: resend.url, timeoutMilliseconds: 2000, ...more });

const error = (status: number, name: string, message = "no") => ({
  status,
  body: { statusCode: status, name, message },
});

describe("sending through Resend", () => {
  it("hands over the mail under the key of its ledger row", async () => {
    expect(await transport().send(envelope())).toEqual({ kind: "sent", providerId: "re_1" });
    const [call] = resend.calls;
    expect(call!.key).toBe(`mail/${envelope().id}`);
    expect(call!.payload).toMatchObject({
      from: '"North Harbour" <post@landfall.example>',
      to: ["layla@example.com"],
      subject: envelope().subject,
      html: "<p>Hello Layla</p>",
      text: "Hello Layla\n",
    });
    expect(call!.payload.headers["Auto-Submitted"]).toBe("auto-generated");
    expect(Object.keys(call!.payload.headers).join()).not.toMatch(/unsubscribe/i);
  });

  it("says to calendars what it says to people, as a file that says how it is meant", async () => {
    const content = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
    await transport().send(envelope({ calendar: { method: "CANCEL", content } }));
    expect(resend.calls[0]!.payload).toMatchObject({
      attachments: [
        {
          ...{ filename: "invite.ics", content_type: "text/calendar; charset=utf-8; method=CANCEL" },
          content: Buffer.from(content).toString("base64"),
        },
      ],
    });
  });

  it("delivers once, however often the same row is sent", async () => {
    for (let time = 0; time < 3; time++) await transport().send(envelope());
    expect(resend.calls).toHaveLength(3);
    expect(resend.delivered).toHaveLength(1);
    await transport().send(envelope({ id: "019aa000-0000-7000-8000-000000000002" }));
    expect(resend.delivered).toHaveLength(2);
  });

  it("takes a known key with another content as sent: the first attempt had arrived", async () => {
    await transport().send(envelope());
    const changed = envelope({ from: { name: "North Harbour", address: "new@landfall.example" } });
    expect(await transport().send(changed)).toEqual({ kind: "sent", providerId: null });
    expect(resend.delivered).toHaveLength(1);
  });

  it("waits as long as a 429 asks", async () => {
    resend.next({ ...error(429, "rate_limit_exceeded"), headers: { "retry-after": "7" } });
    expect(await transport().send(envelope())).toEqual({
      kind: "later",
      code: "rate_limit_exceeded",
      retryAfterSeconds: 7,
    });
    resend.next(error(429, "daily_quota_exceeded"));
    expect(await transport().send(envelope())).toEqual({ kind: "later", code: "daily_quota_exceeded" });
  });

  it("comes back after a fault over there, also when it is no JSON", async () => {
    resend.next(
      error(500, "internal_server_error"),
      { status: 502, body: "<html>" },
      { status: 503, body: { oh: "no" } },
    );
    expect(await transport().send(envelope())).toEqual({ kind: "later", code: "500" });
    expect(await transport().send(envelope())).toEqual({ kind: "later", code: "502" });
    expect(await transport().send(envelope())).toEqual({ kind: "later", code: "unreadable" });
  });

  it("comes back after silence and after a cut line, and the mail still goes out once", async () => {
    resend.next("silent", "cut");
    const quick = transport({ timeoutMilliseconds: 150 });
    expect(await quick.send(envelope())).toEqual({ kind: "later", code: "timeout" });
    expect(await transport().send(envelope())).toEqual({ kind: "later", code: "unreachable" });
    expect(await transport().send(envelope())).toMatchObject({ kind: "sent", providerId: "re_1" });
    expect(resend.delivered).toHaveLength(1);
  });

  it("comes back when nobody answers at all", async () => {
    const nobody = resendTransport({ apiKey: "re_test", baseUrl: "http://127.0.0.1:1" });
    expect(await nobody.send(envelope())).toEqual({ kind: "later", code: "unreachable" });
  });

  it("is refused for good when the recipient cannot be, and not when something else is wrong", async () => {
    resend.next(
      error(422, "validation_error", "Invalid `to` field. The email address needs to follow the format."),
      error(422, "validation_error", "The attachment is too large."),
      error(422, "invalid_from_address"),
    );
    expect(await transport().send(envelope())).toEqual({ kind: "refused", code: "validation_error", forGood: true });
    expect(await transport().send(envelope())).toEqual({ kind: "refused", code: "validation_error", forGood: false });
    expect(await transport().send(envelope())).toEqual({ kind: "failed", code: "invalid_from_address" });
  });

  it("waits for the operator when the key is wrong", async () => {
    expect(await transport({ apiKey: "re_wrong" }).send(envelope())).toEqual({
      kind: "later",
      code: "invalid_api_key",
    });
    expect(resend.delivered).toHaveLength(0);
  });
});
