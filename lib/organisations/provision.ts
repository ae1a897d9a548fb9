import "server-only";
import { eq, like, or, sql } from "drizzle-orm";
import { users } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { newId } from "@/db/tenant-table";
import { makeAccount } from "@/lib/identity/accounts";
import { beginModules } from "@/lib/organisations/begin-modules";
import { modulesOfPlan } from "@/lib/organisations/modules-of-plan";
import { freeSlug, slugOf } from "@/lib/organisations/slug";
import { invite } from "@/lib/people/commands/invitations";
import { addMember } from "@/lib/people/commands/members";
import { seedRoles } from "@/lib/people/commands/roles-seed";
import type { InstallationContext } from "@/lib/platform/operation";
import type { Plan } from "@/lib/platform/plans";
import { Refusal } from "@/lib/platform/refusal";
import { newDataKey } from "@/lib/platform/secrets";

const cause = "organisations.provision";

/** The built-in role of who sets an organisation up. */
const administratorRole = "administrator";

/** How long a firm that signed up by itself may try everything. */
export const trialDays = 30;

export interface NewOrganisation {
  name: string;
  /** Taken from the name when not given; refused when it is taken. */
  slug?: string | undefined;
  plan: Plan;
  /** Switched-on modules; all that the plan contains when not given. */
  modules?: readonly string[] | undefined;
  timeZone?: string | undefined;
  locale?: string | undefined;
  currency?: string | undefined;
  trial?: boolean;
  demo?: boolean;
  administrator: { name: string; email: string } & (
    | { userId: string }
    | { passwordHash: string; operator?: boolean }
    | { invite: true }
  );
}

export interface Provisioned {
  organisationId: string;
  slug: string;
  administratorPersonId: string;
  /** Null when the administrator was invited and has not come yet. */
  administratorUserId: string | null;
}

/**
 * Makes an organisation whole: its row with a data key of its own, the built-in roles, what its modules begin with, the
 * administrator as a person who holds that role, and the membership that lets the account in. Shared by sign-up, set-up, the operator and the seed.
 */
export async function provision(context: InstallationContext, wanted: NewOrganisation): Promise<Provisioned> {
  const { tx, now, record, inside } = context;
  const { administrator } = wanted;
  const id = newId();
  const slug = await slugFor(context, wanted);
  const [organisation] = await tx
    .insert(organisations)
    .values({
      id,
      slug,
      name: wanted.name,
      plan: wanted.plan,
      modules: [...(wanted.modules ?? modulesOfPlan(wanted.plan))],
      ...(wanted.timeZone ? { timeZone: wanted.timeZone } : {}),
      ...(wanted.locale ? { locale: wanted.locale } : {}),
      ...(wanted.currency ? { currency: wanted.currency } : {}),
      dataKey: newDataKey(id),
      trialEndsAt: wanted.trial ? new Date(now.getTime() + trialDays * 24 * 3_600_000) : null,
      demo: wanted.demo ?? false,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!organisation) throw new Error("The organisation was not stored.");
  record("organisation", null, organisation);
  await inside(id, cause, seedRoles, {});
  await beginModules(organisation, (beginning) => inside(id, cause, beginning, {}));
  const { name, email } = administrator;
  if ("invite" in administrator) {
    const invited = await inside(id, cause, invite, { name, email, roleKeys: [administratorRole] });
    return { organisationId: id, slug, administratorPersonId: invited.personId, administratorUserId: null };
  }
  const userId = "userId" in administrator ? administrator.userId : await makeAccount(context, administrator);
  const { personId } = await inside(id, cause, addMember, { name, email, userId, roleKeys: [administratorRole] });
  await tx.update(users).set({ lastOrganisationId: id }).where(eq(users.id, userId));
  return { organisationId: id, slug, administratorPersonId: personId, administratorUserId: userId };
}

async function slugFor({ tx }: InstallationContext, wanted: NewOrganisation): Promise<string> {
  const slug = wanted.slug ?? slugOf(wanted.name);
  // Two firms of one name that come at the same moment wait for one another.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('organisations.slug'))`);
  const rows = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(or(eq(organisations.slug, slug), like(organisations.slug, `${slug}-%`)));
  const taken = new Set(rows.map((row) => row.slug));
  if (wanted.slug && taken.has(wanted.slug))
    throw new Refusal("conflict", "Another organisation has this address already.", "slug");
  return freeSlug(slug, taken);
}
