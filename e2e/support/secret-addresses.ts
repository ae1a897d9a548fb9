import { createHash, randomBytes } from "node:crypto";
import { withClient } from "../../scripts/postgres/with-client";
import type { Installation } from "../../scripts/testing/installation";

/**
 * Gives the demo's guest and its booking page that is not open to everybody secret addresses that are known here. The tables hold only hashes of the ones that
 * they had.
 */
export async function secretAddresses(
  { appUrl }: Pick<Installation, "appUrl">,
  organisationId: string,
): Promise<{ bookToken: string; visitToken: string }> {
  return withClient(appUrl, async (client) => {
    await client.query("select set_config('app.organisation_id', $1, false)", [organisationId]);
    const known = async (statement: string): Promise<string> => {
      const token = Buffer.concat([Buffer.from(organisationId.replaceAll("-", ""), "hex"), randomBytes(18)]).toString(
        "base64url",
      );
      const { rowCount } = await client.query(statement, [createHash("sha256").update(token).digest("hex")]);
      if (rowCount !== 1) throw new Error(`The demo has ${rowCount} rows for: ${statement}`);
      return token;
    };
    return {
      bookToken: await known("update booking_links set token_hash = $1 where mode = 'secret' and is_on"),
      visitToken: await known("update session_guests set token_hash = $1"),
    };
  });
}
