import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/env";

/*
 * AES-256-GCM. Each organisation has a data key, wrapped by the master key of the installation; changing the master key
 * rewraps data keys and touches no data. Sealed text is `v1.<nonce>.<ciphertext>.<tag>`, base64url, bound to its place by
 * additional data, so that a value cannot be moved to another field or organisation.
 */

const version = "v1";

/** A new data key for an organisation, wrapped. */
export const newDataKey = (organisationId: string): string =>
  sealWith(masterKey(), randomBytes(32), `data-key:${organisationId}`);

/** The data key of an organisation, for sealing and opening what is its. */
export function dataKeyOf(organisation: { id: string; dataKey: string }): Buffer {
  return openWith(masterKey(), organisation.dataKey, `data-key:${organisation.id}`);
}

/** The key for what belongs to no organisation (mail about an account): derived from the master key, and gone with it. */
export const installationKey = (master = masterKey()): Buffer =>
  Buffer.from(hkdfSync("sha256", master, "", "landfall installation", 32));

/** Seals a text for a place ("notes.body:<id>"). */
export const sealText = (key: Buffer, text: string, place: string): string =>
  sealWith(key, Buffer.from(text, "utf8"), place);

/** Opens what `sealText` sealed for the same place. */
export const openText = (key: Buffer, sealed: string, place: string): string =>
  openWith(key, sealed, place).toString("utf8");

/** Rewraps a data key from one master key to another; the key itself stays. */
export function rewrapDataKey(organisation: { id: string; dataKey: string }, from: Buffer, to: Buffer): string {
  const place = `data-key:${organisation.id}`;
  return sealWith(to, openWith(from, organisation.dataKey, place), place);
}

/** SHA-256, hex: for tokens, of which only this is stored. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The master key of this installation, from its settings. */
export function masterKey(): Buffer {
  if (!env.LANDFALL_MASTER_KEY) throw new Error("LANDFALL_MASTER_KEY is not set.");
  return Buffer.from(env.LANDFALL_MASTER_KEY, "base64");
}

function sealWith(key: Buffer, content: Buffer, place: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return [
    version,
    nonce.toString("base64url"),
    sealed.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
  ].join(".");
}

function openWith(key: Buffer, sealed: string, place: string): Buffer {
  const [form, nonce, content, tag] = sealed.split(".");
  if (form !== version || !nonce || content === undefined || !tag) throw new Error("This is not sealed text.");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(content, "base64url")), decipher.final()]);
}
