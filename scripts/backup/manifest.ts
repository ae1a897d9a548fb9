import { createHmac } from "node:crypto";
import { z } from "zod";

/** The last entry of an archive: what all others are, and from which release and keys they come. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.string(),
  /** Hashes of the migrations that the database had seen, in order. */
  migrations: z.array(z.string()),
  /** Tells whether two master keys are the same, and nothing else about them. */
  masterKey: z.string(),
  /** In the order in which they must be restored. */
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
  files: z.int(),
  /** Store keys of contents that a row names and the store did not have. */
  missing: z.array(z.string()),
  entries: z.array(z.strictObject({ name: z.string(), size: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestName = "manifest.json";
export const keysName = "keys.json";

/** Settings that are keys; in an archive only when asked for. */
export const keySettings = ["LANDFALL_MASTER_KEY", "AUTH_SECRET"] as const;

/** A fingerprint of the master key: equal keys, equal fingerprints; the key cannot be found from it. */
export const fingerprint = (masterKey: string): string =>
  createHmac("sha256", Buffer.from(masterKey, "base64")).update("landfall backup").digest("hex").slice(0, 32);
