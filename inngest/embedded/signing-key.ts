import { hkdfSync } from "node:crypto";

/**
 * The key under which the embedded runner signs its calls, made from the secret that every process of an installation has anyway
 * (HKDF, RFC 5869), so that there is no further setting to get wrong.
 */
export function embeddedSigningKey(secret: string): string {
  const key = hkdfSync("sha256", secret, "", "landfall embedded runner", 32);
  return `signkey-embedded-${Buffer.from(key).toString("hex")}`;
}
