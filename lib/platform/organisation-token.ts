import "server-only";
import { createHash, randomBytes } from "node:crypto";

/*
 * What a secret address ends with, of a letter's picture or a calendar: of which organisation it is, and what nobody can guess. Only its hash is kept.
 */

/** A new one of an organisation. */
export function newOrganisationToken(organisationId: string): { token: string; hash: string } {
  const token = Buffer.concat([Buffer.from(organisationId.replaceAll("-", ""), "hex"), randomBytes(18)]).toString(
    "base64url",
  );
  return { token, hash: hashOf(token) };
}

/** Of which organisation a token is, and its hash; null for anything that is none. */
export function readOrganisationToken(token: string): { organisationId: string; hash: string } | null {
  if (!/^[\w-]{46}$/.test(token)) return null;
  const id = Buffer.from(token, "base64url").subarray(0, 16).toString("hex");
  const organisationId = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join("-");
  return { organisationId, hash: hashOf(token) };
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
