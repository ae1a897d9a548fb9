import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { closeDatabase } from "@/db/client";
import { installationMails } from "@/db/schema/mail";
import { openBody, sealBody } from "@/lib/mail/sealed-body";
import { opensDataKeys, rotateMasterKey, type Reseal } from "@/lib/platform/crypto-rotation";
import { env } from "@/lib/platform/env";
import { installationKey, masterKey } from "@/lib/platform/secrets";
import { StartFailure } from "./start-failure";
import { holderOf } from "./supervisor/lock";

/**
 * `npm run keys:rotate` gives the installation a new master key. Where the key is kept under `keys/` of the data folder, it is
 * replaced there; where LANDFALL_MASTER_KEY gives it, `-- --to <file>` says where the new one is written, for that setting. Killed
 * at any moment, it is run again and ends what it began.
 */
const kept = join(env.LANDFALL_DATA, "keys", "master-key");
const next = `${kept}.next`;

const holder = holderOf(join(env.LANDFALL_DATA, "running.json"));
if (holder && holder.pid !== process.pid)
  throw new StartFailure(`Landfall runs at ${holder.what} (process ${holder.pid}): stop it first.`);

const resealMails: Reseal = async (tx, from, to) => {
  const [old, fresh] = [installationKey(from), installationKey(to)];
  const rows = await tx.select().from(installationMails).for("update");
  const sealed = rows.filter(({ htmlEncrypted, textEncrypted }) => htmlEncrypted !== null || textEncrypted !== null);
  for (const row of sealed)
    await tx
      .update(installationMails)
      .set(sealBody(fresh, row.id, openBody(old, row)))
      .where(eq(installationMails.id, row.id));
  return sealed.length;
};

const given = process.argv.indexOf("--to") > 0 ? process.argv[process.argv.indexOf("--to") + 1] : undefined;
const isKept = existsSync(kept) && readFileSync(kept, "utf8").trim() === env.LANDFALL_MASTER_KEY?.trim();
if (!isKept && !given)
  throw new StartFailure(
    "LANDFALL_MASTER_KEY is a setting: say where the new key goes (npm run keys:rotate -- --to <file>).",
  );
const place = isKept ? next : given!;

if (!(isKept && existsSync(next) && (await finishedBefore()))) {
  if (isKept) rmSync(next, { force: true });
  if (existsSync(place)) throw new StartFailure(`${place} exists already: name a file that does not.`);
  const fresh = randomBytes(32);
  // Written before it is used: a key that nobody has any more would be worse than one that nobody needs.
  writeFileSync(place, `${fresh.toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  const { organisations, others } = await rotateMasterKey(masterKey(), fresh, [resealMails]);
  console.log(`The data keys of ${organisations} organisations and ${others} mails lie under a new master key.`);
}
if (isKept) {
  // Copied, not moved: at no moment is there none, or the next start would make one that opens nothing.
  copyFileSync(kept, `${kept}.before`);
  renameSync(next, kept);
  console.log(`It is in ${kept}. Backups made before need the old one, ${kept}.before: take it to a safe place.`);
} else console.log(`It is in ${place}: set LANDFALL_MASTER_KEY to it and start the servers again.`);
await closeDatabase();

/** Whether a rotation that was killed had changed the data keys already. */
async function finishedBefore(): Promise<boolean> {
  return (await opensDataKeys(Buffer.from(readFileSync(next, "utf8"), "base64"))) === true;
}
