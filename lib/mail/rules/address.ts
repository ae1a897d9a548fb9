import { createHash } from "node:crypto";
import { emailKey } from "@/lib/platform/keys";

/** SHA-256 of an address for comparing, hex: how the suppression list knows it. */
export const addressHash = (address: string): string => createHash("sha256").update(emailKey(address)).digest("hex");

/** A setting like `Landfall <post@example.com>` or `post@example.com` in its parts. */
export function parseSender(setting: string): { name: string; address: string } {
  const parts = /^\s*"?([^"<]*?)"?\s*<\s*([^<>\s]+)\s*>\s*$/.exec(setting);
  return parts ? { name: parts[1]!, address: parts[2]! } : { name: "", address: setting.trim() };
}

/** A name that may stand in a header: no line breaks, no control characters, no angle brackets, not endless. */
export const headerName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}<>"]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);
