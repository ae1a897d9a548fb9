import { StartFailure } from "../start-failure";
import { isEmpty } from "./database";
import type { DatabaseAddresses } from "./database";

/** Fills an empty database with the demo organisations, and moves the dates of one that is there to today. Sends no mail. */
export async function demoData(
  settings: Readonly<Record<string, string | undefined>>,
  addresses: DatabaseAddresses,
  remark: (text: string) => void,
): Promise<void> {
  // The seed runs the application's own commands in this process, so it needs the application's settings; and it is loaded only
  // now, because reading them is the first thing the application does. Its log of thousands of commands
  // would bury what a person wants to see.
  Object.assign(process.env, settings, { LOG_LEVEL: "error" });
  const { seedDemo, rollDemoForward } = await import("@/db/seed/seed");
  const { closeDatabase } = await import("@/db/client");
  const options = { ...addresses, now: new Date() };
  if (await isEmpty(addresses.appUrl)) {
    await seedDemo(options);
    remark("made");
  } else {
    const done = await rollDemoForward(options);
    if (done === "unfinished")
      throw new StartFailure(
        "The first start was interrupted while the demo data was made, and half of it is missing. Remove it with npm run reset, then start again.",
      );
    remark("moved to today");
  }
  await closeDatabase();
}

/** Whom one can sign in as, to be printed under the address. */
export async function demoLines(): Promise<string> {
  const { demoAccounts } = await import("@/db/seed/accounts");
  const shown = demoAccounts
    .filter(({ title }, index) => demoAccounts.findIndex((one) => one.title === title) === index)
    .slice(0, 4);
  const widest = Math.max(...shown.map(({ title }) => title.length));
  const lines = shown.map(({ title, email, password }) => `    ${title.padEnd(widest)}  ${email}  ${password}`);
  return ["  Sign in as any role with one click there, or with a password, for example", ...lines].join("\n");
}
