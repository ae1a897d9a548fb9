import { createHmac } from "node:crypto";

/**
 * Canonical JSON as RFC 8785 has it: keys sorted by their UTF-16 units, no spaces, numbers and strings as ECMAScript writes them.
 * The SDK parses a body and writes it this way before it checks a signature.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/**
 * The `x-inngest-signature` header for a canonical body (Inngest SDK specification 4.1.3): HMAC-SHA256 over body and seconds since
 * 1970, under the signing key without its `signkey-…-` prefix. The SDK accepts it for five minutes.
 */
export function signatureOf(body: string, signingKey: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${seconds}&s=${createHmac("sha256", key).update(body).update(seconds).digest("hex")}`;
}
