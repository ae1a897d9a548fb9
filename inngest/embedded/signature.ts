import { createHmac } from "node:crypto";

/**
 * The `x-inngest-signature` header for a canonical body (Inngest SDK specification 4.1.3): HMAC-SHA256 over body and seconds since
 * 1970, under the signing key without its `signkey-…-` prefix. The SDK accepts it for five minutes.
 */
export function signatureOf(body: string, signingKey: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${seconds}&s=${createHmac("sha256", key).update(body).update(seconds).digest("hex")}`;
}
