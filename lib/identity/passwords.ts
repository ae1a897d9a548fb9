import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with the memory, passes and lanes that OWASP names for it (Password Storage Cheat Sheet). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password as it is stored: argon2id (the package's default), as a PHC string with its own salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let standIn: Promise<string> | undefined;

/**
 * Whether a password fits. Where there is no account or no password yet, a stand-in is checked, so that the answer takes as
 * long as any other.
 */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  standIn ??= hashPassword("nobody has this one");
  const fits = await verify(stored ?? (await standIn), password);
  return fits && Boolean(stored);
}
