import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { inngest } from "@/inngest/client";
import { signatureOf } from "@/inngest/embedded/signature";
import { embeddedSigningKey } from "@/inngest/embedded/signing-key";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { env } from "@/lib/platform/env";
import { POST } from "./route";

const body = canonicalJson({ event: { name: "tests/none", data: {} }, events: [], steps: {}, ctx: { run_id: "r" } });

const call = (headers: Record<string, string>) =>
  POST(
    new NextRequest("http://127.0.0.1:3000/api/inngest?fnId=landfall-none&stepId=step", {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    }),
    undefined,
  );

describe("/api/inngest without an Inngest server", () => {
  it("refuses a call that is not signed, or with another key", async () => {
    expect((await call({})).status).toBe(401);
    const forged = signatureOf(body, embeddedSigningKey("another secret"), new Date());
    expect((await call({ "x-inngest-signature": forged })).status).toBe(401);
  });

  it("takes a call signed by the embedded runner", async () => {
    const signed = signatureOf(body, embeddedSigningKey(env.AUTH_SECRET ?? ""), new Date());
    const response = await call({ "x-inngest-signature": signed });
    expect(response.headers.get("x-inngest-sdk")).toMatch(/^inngest-js:v4/);
    expect(await response.text()).toContain("landfall-none");
  });

  it("refuses a signature that is older than five minutes", async () => {
    const old = signatureOf(body, embeddedSigningKey(env.AUTH_SECRET ?? ""), new Date(Date.now() - 301_000));
    expect((await call({ "x-inngest-signature": old })).status).toBe(401);
  });

  it("sends nothing past the outbox", async () => {
    await expect(inngest.send({ name: "tests/none", data: {} })).rejects.toThrow("through the outbox");
  });
});
