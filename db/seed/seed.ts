import { eq } from "drizzle-orm";
import { z } from "zod";
import { acrossIdentity } from "@/db/across";
import { organisations } from "@/db/schema/organisations";
import { useDatabase } from "@/db/client";
import { demoAccounts, demoOperator, demoPassword, demoTeams, type DemoAccount } from "@/db/seed/accounts";
import { tellCalendars } from "@/db/seed/demo/calendars";
import { tellCompetencies } from "@/db/seed/demo/competencies";
import { demoExecutives } from "@/db/seed/demo/executives";
import { tellHistory } from "@/db/seed/demo/history";
import { tellLife } from "@/db/seed/demo/life";
import { tellRecords } from "@/db/seed/demo/records";
import { tellDesk, tellUndelivered } from "@/db/seed/demo/desk";
import { tellLandings } from "@/db/seed/demo/landings";
import { tellSeparations } from "@/db/seed/demo/separation";
import { tellBookingPages } from "@/db/seed/demo/booking-pages";
import { tellBusyWeeks } from "@/db/seed/demo/busy-weeks";
import { tellSessions } from "@/db/seed/demo/sessions";
import { tellSessionsOutside } from "@/db/seed/demo/sessions-outside";
import { linkHistory, tellSponsors } from "@/db/seed/demo/sponsors";
import { settleDemo, tellStory } from "@/db/seed/demo/story";
import { tellFramework } from "@/db/seed/demo/framework";
import { tellRecruiting } from "@/db/seed/demo/recruiting";
import { tellSearches } from "@/db/seed/demo/search";
import { rollOrganisation } from "@/db/seed/demo/roll-forward";
import { makeAccount } from "@/lib/identity/accounts";
import { hashPassword } from "@/lib/identity/passwords";
import { provision } from "@/lib/organisations/provision";
import { beginPackages } from "@/lib/packages/commands";
import { addTeam, putTeamMember } from "@/lib/people/commands/teams";
import { addMember } from "@/lib/people/commands/members";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { installationCommand, type InstallationContext } from "@/lib/platform/operation";
import { reindex } from "@/lib/records/commands/search";
import { job } from "@/lib/entry/job";

export interface SeedOptions {
  appUrl: string;
  now: Date;
}

const day = 86_400_000;
const seeding = { kind: "operator" as const, userId: null, name: "demo" };

/**
 * Fills an empty database with two invented firms that are alive: forty executives at every stage, told through the
 * product's own commands at the moments at which things would have happened. No mail leaves.
 */
export async function seedDemo({ appUrl, now }: SeedOptions): Promise<void> {
  useDatabase(appUrl);
  const passwordHash = await hashPassword(demoPassword);
  const long = new Date(now.getTime() - 400 * day);
  const alder = await executeInstallation(makeFirms, seeding, { passwordHash }, { now: long });
  await tellCalendars({ ...alder, now, since: long });
  const contracts = await tellSponsors({ ...alder, now });
  await tellHistory({ ...alder, now });
  await linkHistory(alder);
  for (const executive of demoExecutives)
    await tellStory({
      ...{ ...alder, executive, now },
      // The contracts are over one package.
      engagementId: executive.package ? undefined : contracts[executive.company],
    });
  await tellLife({ ...alder, now });
  await tellLandings({ ...alder, now });
  await tellSeparations({ ...alder, now }, contracts);
  await tellRecords({ ...alder, now });
  await tellCompetencies({ ...alder, now });
  await tellFramework({ ...alder, now });
  await tellSearches({ ...alder, now });
  await tellRecruiting({ ...alder, now });
  await tellBusyWeeks({ ...alder, now });
  await tellSessions({ ...alder, now });
  await tellSessionsOutside({ ...alder, now });
  await tellBookingPages({ ...alder, now });
  await tellDesk({ ...alder, now });
  await settleDemo(alder.organisationId, now);
  await tellUndelivered(alder);
  await job(alder.organisationId, "seed").execute(reindex, {});
  await settleDemo(alder.tidewaterId, now);
  await rememberDay(alder.organisationId, now);
  await rememberDay(alder.tidewaterId, now);
}

/**
 * Moves the demo's dates to today, so that "due tomorrow" stays true. Sends nothing. "unfinished", with nothing changed, where making the demo was
 * interrupted: only its end notes the day.
 */
export async function rollDemoForward({ appUrl, now }: SeedOptions): Promise<"moved" | "unfinished"> {
  useDatabase(appUrl);
  const demos = await acrossIdentity((tx) =>
    tx
      .select({ id: organisations.id, settings: organisations.settings })
      .from(organisations)
      .where(eq(organisations.demo, true)),
  );
  if (demos.length > 0 && demos.every(({ settings }) => typeof settings.demoDay !== "string")) return "unfinished";
  for (const { id, settings } of demos) {
    const last = settings.demoDay;
    if (typeof last !== "string") continue;
    const days = Math.floor((Date.parse(dayOf(now)) - Date.parse(last)) / day);
    if (days <= 0) continue;
    await rollOrganisation(id, days, now);
    await rememberDay(id, now);
  }
  return "moved";
}

const makeFirms = installationCommand({
  name: "seed.firms",
  permission: "operator",
  input: z.strictObject({ passwordHash: z.string() }),
  async run(context, { passwordHash }) {
    await makeAccount(context, { ...demoOperator, passwordHash, operator: true });
    const [administrator, ...others] = demoAccounts as readonly [DemoAccount, ...DemoAccount[]];
    const alder = await provision(context, {
      name: "Alder & Quay",
      slug: "alder-quay",
      plan: "enterprise",
      demo: true,
      administrator: { name: administrator.name, email: administrator.email, passwordHash },
    });
    const people = new Map<string, { personId: string; userId: string }>();
    for (const account of others)
      people.set(account.name, await join(context, alder.organisationId, account, passwordHash));
    for (const [team, names] of Object.entries(demoTeams)) {
      const { teamId } = await context.inside(alder.organisationId, "seed", addTeam, { name: team });
      for (const [place, name] of names.entries())
        await context.inside(alder.organisationId, "seed", putTeamMember, {
          teamId,
          personId: people.get(name)!.personId,
          lead: place === 0,
        });
    }
    // They came with the organisation.
    const { packageIds } = await context.inside(alder.organisationId, "seed", beginPackages, {});
    // A second, small firm, so that switching between organisations can be seen.
    const judith = people.get("Judith Okafor-Lindqvist")!;
    const tidewater = await provision(context, {
      name: "Tidewater Careers",
      slug: "tidewater",
      plan: "premium",
      demo: true,
      timeZone: "Europe/London",
      currency: "GBP",
      administrator: { name: "Judith Okafor-Lindqvist", email: "judith@tidewater.example", userId: judith.userId },
    });
    return {
      organisationId: alder.organisationId,
      slug: alder.slug,
      tidewaterId: tidewater.organisationId,
      people: Object.fromEntries(people),
      administrator: { personId: alder.administratorPersonId, userId: alder.administratorUserId! },
      packageIds,
    };
  },
});

async function join(context: InstallationContext, organisationId: string, account: DemoAccount, passwordHash: string) {
  const userId = await makeAccount(context, { name: account.name, email: account.email, passwordHash });
  const { personId } = await context.inside(organisationId, "seed", addMember, {
    name: account.name,
    email: account.email,
    userId,
    roleKeys: [...account.roleKeys],
    headline: account.headline ?? null,
    pronouns: account.pronouns ?? null,
    timeZone: account.timeZone ?? null,
  });
  return { personId, userId };
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

async function rememberDay(organisationId: string, now: Date): Promise<void> {
  await acrossIdentity(async (tx) => {
    const [row] = await tx
      .select({ settings: organisations.settings })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    await tx
      .update(organisations)
      .set({ settings: { ...row?.settings, demoDay: dayOf(now) } })
      .where(eq(organisations.id, organisationId));
  });
}
