import "server-only";
import { and, eq, isNull, like, sql } from "drizzle-orm";
import { z } from "zod";
import { fileContents, files } from "@/db/schema/files";
import { organisations } from "@/db/schema/organisations";
import { beginModules } from "@/lib/organisations/begin-modules";
import { brandingOf } from "@/lib/organisations/branding";
import { withinPlan } from "@/lib/organisations/modules-of-plan";
import { ModulesInput, SettingsInput } from "@/lib/organisations/schemas";
import { seatsTaken } from "@/lib/people/seats";
import { execute } from "@/lib/platform/execute";
import { command, query, type CommandContext } from "@/lib/platform/operation";
import { openingsAllowed } from "@/lib/platform/openings-allowed";
import { quietAfterDaysOf } from "@/lib/platform/quiet-after-days";
import { limitOf, type LimitKey, type Plan } from "@/lib/platform/plans";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";

type Organisation = typeof organisations.$inferSelect;

export interface OrganisationSettings {
  version: number;
  name: string;
  slug: string;
  locale: string;
  timeZone: string;
  currency: string;
  accent: string | null;
  logoFileId: string | null;
  quietAfterDays: number;
  /** Whether whoever sends a letter may ask to see when it is opened. */
  notesOpenings: boolean;
  plan: Plan;
  modules: string[];
  trialEndsAt: Date | null;
  seatsTaken: number;
  /** Null where the plan has no such limit. */
  limits: Record<LimitKey, number | null>;
}

const limitKeys = ["seats", "programmes", "storageMegabytes", "resumesPerMonth", "importRows"] as const;

/** What an administrator sees and changes of the organisation itself. */
export const organisationSettings = query({
  name: "organisations.settings",
  permission: "organisation:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, organisation }): Promise<OrganisationSettings> {
    const row = await own(tx);
    const { version, name, slug, locale, timeZone, currency, trialEndsAt } = row;
    const limit = (key: LimitKey) => (Number.isFinite(limitOf(organisation, key)) ? limitOf(organisation, key) : null);
    return {
      ...{ version, name, slug, locale, timeZone, currency, trialEndsAt },
      ...brandingOf(row.settings),
      quietAfterDays: quietAfterDaysOf(row),
      notesOpenings: openingsAllowed(row),
      plan: row.plan as Plan,
      modules: row.modules,
      seatsTaken: await seatsTaken(tx),
      limits: Object.fromEntries(limitKeys.map((key) => [key, limit(key)])) as OrganisationSettings["limits"],
    };
  },
});

/** Name, address, language, zone, currency, accent, what counts as silence, and whether openings may be noted. */
export const updateSettings = command({
  name: "organisations.update",
  permission: "organisation:write",
  input: SettingsInput,
  example: ({ slug }) => ({
    name: "Harbour Careers",
    slug: `${slug}-careers`,
    locale: "de-CH",
    timeZone: "Europe/Zurich",
    currency: "CHF",
    accent: "#1f6f78",
    quietAfterDays: 10,
    notesOpenings: true,
    expectedVersion: 1,
  }),
  async run(context, { accent, expectedVersion, quietAfterDays, notesOpenings, ...facts }): Promise<{ slug: string }> {
    const before = await own(context.tx, true);
    const { version, name, slug, locale, timeZone, currency } = before;
    const shown = {
      ...{ version, name, slug, locale, timeZone, currency, accent: brandingOf(before.settings).accent },
      quietAfterDays: quietAfterDaysOf(before),
      notesOpenings: openingsAllowed(before),
    };
    assertVersion(shown, expectedVersion, "these settings");
    const settings = {
      ...before.settings,
      branding: { ...brandingOf(before.settings), accent },
      ...(quietAfterDays ? { quietAfterDays } : {}),
      ...(notesOpenings === undefined ? {} : { notesOpenings }),
    };
    const after = await change(context, before, { ...facts, settings });
    return { slug: after.slug };
  },
});

/** The logo of the organisation: a picture that was uploaded, or none. */
export const chooseLogo = command({
  name: "organisations.chooseLogo",
  permission: "organisation:write",
  input: z.strictObject({ fileId: z.uuid().nullable() }),
  example: () => ({ fileId: null }),
  async run(context, { fileId }): Promise<{ fileId: string | null }> {
    if (fileId) {
      const [picture] = await context.tx
        .select({ id: files.id })
        .from(files)
        .innerJoin(fileContents, eq(fileContents.id, files.contentId))
        .where(and(eq(files.id, fileId), like(fileContents.mediaType, "image/%"), isNull(files.deletedAt)));
      if (!picture) throw new Refusal("invalid", "Please choose a picture (JPEG, PNG or WebP).", "fileId");
    }
    const before = await own(context.tx, true);
    const branding = { ...brandingOf(before.settings), logoFileId: fileId };
    await change(context, before, { settings: { ...before.settings, branding } });
    return { fileId };
  },
});

/** Which of the modules that the plan contains are switched on. What was stored in a module stays when it is switched off. */
export const chooseModules = command({
  name: "organisations.chooseModules",
  permission: "organisation:write",
  input: ModulesInput,
  example: () => ({ modules: ["programmes"] }),
  async run(context, { modules }): Promise<{ modules: string[] }> {
    const before = await own(context.tx, true);
    const chosen = withinPlan(before.plan as Plan, modules);
    await change(context, before, { modules: chosen });
    // As the system in the same transaction: what this command knows of the organisation is what was on before.
    const system = { kind: "system", organisationId: before.id, cause: "organisations.chooseModules" } as const;
    await beginModules({ ...before, modules: chosen }, (beginning) =>
      execute(beginning, system, {}, { ...context, join: context.tx }),
    );
    return { modules: chosen };
  },
});

async function own(tx: CommandContext["tx"], lock = false): Promise<Organisation> {
  const found = tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, sql`current_organisation()`));
  const [row] = await (lock ? found.for("update") : found);
  if (!row) throw notFound("this organisation");
  return row;
}

async function change(
  { tx, now, record }: CommandContext,
  before: Organisation,
  changed: Partial<typeof organisations.$inferInsert>,
): Promise<Organisation> {
  const [after] = await tx
    .update(organisations)
    .set({ ...changed, version: before.version + 1, updatedAt: now })
    .where(eq(organisations.id, before.id))
    .returning();
  if (!after) throw notFound("this organisation");
  record("organisation", before, after);
  return after;
}
