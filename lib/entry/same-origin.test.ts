import { describe, expect, it } from "vitest";
import { assertSameOrigin } from "@/lib/entry/same-origin";
import { Refusal } from "@/lib/platform/refusal";

const from = (headers: Record<string, string>) => () =>
  assertSameOrigin({ url: "http://127.0.0.1:3000/api/files/north", headers: new Headers(headers) });

describe("a request with a cookie", () => {
  it("is taken from our own pages", () => {
    expect(from({ "sec-fetch-site": "same-origin" })).not.toThrow();
    expect(from({ origin: "https://firm.example", host: "firm.example" })).not.toThrow();
    expect(from({ origin: "https://firm.example", "x-forwarded-host": "firm.example", host: "inner" })).not.toThrow();
  });

  it("is refused from anywhere else, and when it does not say where from", () => {
    for (const headers of [
      { "sec-fetch-site": "cross-site", origin: "http://127.0.0.1:3000" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example", host: "firm.example" },
      { origin: "null", host: "firm.example" },
      {},
    ])
      expect(from(headers as Record<string, string>)).toThrow(Refusal);
  });
});
