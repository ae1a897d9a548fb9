import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { acrossIdentity } from "@/db/across";
import { users } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { newId } from "@/db/tenant-table";
import { personActor } from "@/lib/identity/person-actor";
import {
  changePlan,
  createOrganisation,
  directory,
  endTrials,
  resumeOrganisation,
  suspendOrganisation,
  switchModules,
} from "@/lib/organisations/commands/operator";
import { chooseModules, organisationSettings, updateSettings } from "@/lib/organisations/commands/settings";
import { confirmSignUp, isSetUp, readSignUp, setUp, signUp } from "@/lib/organisations/commands/sign-up";
import { provision } from "@/lib/organisations/provision";
import { builtInRoles } from "@/lib/people/built-in-roles";
import { allRoles } from "@/lib/people/queries/roles";
import { archivePackage } from "@/lib/packages/commands";
import { allPackages } from "@/lib/packages/queries";
import { ask, execute } from "@/lib/platform/execute";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { installationCommand } from "@/lib/platform/operation";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const visitor = { kind: "visitor", address: "192.0.2.11" } as const;
const operator = { kind: "operator", userId: null, name: "test" } as const;
const userAgent = "test";
const password = "quiet water under the pier";

const byId = async (id: string) =>
  (await executeInstallation(directory, operator, {})).find((organisation) => organisation.id === id)!;

describe("a firm that signs up", () => {
  const wanted = { organisationName: "Pier & Söhne", name: "Ana Pier", email: "ana@pier.example", password };

  test("exists once its address is confirmed: on trial, with all roles, its administrator signed in", async () => {
    const before = (await executeInstallation(directory, operator, {})).length;
    const link = await executeInstallation(signUp, visitor, { ...wanted, timeZone: "Europe/Oslo", locale: "nb-NO" });
    expect((await executeInstallation(directory, operator, {})).length).toBe(before);
    expect(await executeInstallation(readSignUp, visitor, { token: link.token })).toEqual({
      organisationName: "Pier & Söhne",
      email: "ana@pier.example",
    });
    const made = await executeInstallation(confirmSignUp, visitor, { token: link.token, userAgent });
    expect(made.slug).toBe("pier-and-sohne");
    const actor = await personActor({ id: made.sessionId, userId: made.userId }, made.slug);
    expect(actor).toMatchObject({ name: "Ana Pier", timeZone: "Europe/Oslo", locale: "nb-NO" });
    expect(actor.grants.has("roles:write")).toBe(true);
    expect((await ask(allRoles, actor, {})).map(({ key }) => key)).toEqual(builtInRoles.map(({ key }) => key));
    expect((await ask(allPackages, actor, {})).map(({ name }) => name)).toEqual([
      "Executive, 6 months",
      "Leadership, 12 months",
    ]);
    expect(actor.organisation).toMatchObject({ plan: "premium", demo: false });
    expect(actor.organisation.trialEndsAt).not.toBeNull();
    const again = await refusalOf(executeInstallation(confirmSignUp, visitor, { token: link.token, userAgent }));
    expect(again.code).toBe("not_found");
  });

  test("of a known address becomes that account's second firm, with its own password", async () => {
    const second = { ...wanted, email: "ANA@pier.example", password: "somebody else typed this" };
    const link = await executeInstallation(signUp, visitor, second);
    const made = await executeInstallation(confirmSignUp, visitor, { token: link.token, userAgent });
    expect(made.slug).toBe("pier-and-sohne-2");
    const accounts = await acrossIdentity((tx) =>
      tx.select().from(users).where(eq(users.emailKey, "ana@pier.example")),
    );
    expect(accounts.map(({ id }) => id)).toEqual([made.userId]);
  });

  test("keeps what it typed even if its browser names a zone that does not exist", async () => {
    const link = await executeInstallation(signUp, visitor, {
      ...wanted,
      email: "b@pier.example",
      timeZone: "Moon/Sea",
    });
    expect(link.token.length).toBeGreaterThan(30);
  });

  test("is named where the first free address is, also when many come at once", async () => {
    const links = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        executeInstallation(signUp, visitor, { ...wanted, organisationName: "Quay", email: `q${index}@quay.example` }),
      ),
    );
    const made = await Promise.all(
      links.map(({ token }) => executeInstallation(confirmSignUp, visitor, { token, userAgent })),
    );
    expect(made.map(({ slug }) => slug).sort()).toEqual(["quay", "quay-2", "quay-3", "quay-4", "quay-5"]);
  });
});

test("set-up is only for an installation without any organisation", async () => {
  expect(await executeInstallation(isSetUp, visitor, {})).toBe(true);
  const input = { organisationName: "First", name: "A", email: "first@pier.example", password, userAgent };
  expect((await refusalOf(executeInstallation(setUp, visitor, input))).code).toBe("state");
});

describe("the operator", () => {
  const wanted = {
    name: "Harbour Nine",
    plan: "free",
    administratorName: "Nina Nine",
    administratorEmail: "nina@nine.example",
  } as const;

  test("makes an organisation, whose administrator is invited", async () => {
    const made = await executeInstallation(createOrganisation, operator, wanted);
    expect(await byId(made.organisationId)).toMatchObject({ slug: "harbour-nine", plan: "free", accounts: 0 });
    const taken = await refusalOf(
      executeInstallation(createOrganisation, operator, { ...wanted, slug: "harbour-nine" }),
    );
    expect(taken).toMatchObject({ code: "conflict", details: { field: "slug" } });
    const reserved = await refusalOf(
      executeInstallation(createOrganisation, operator, { ...wanted, slug: "operator" }),
    );
    expect(reserved.details.field).toBe("slug");
  });

  test("alone may do so", async () => {
    const account = { kind: "account", userId: newId(), sessionId: newId(), name: "x" } as const;
    expect((await refusalOf(executeInstallation(directory, account, {}))).code).toBe("forbidden");
    expect((await refusalOf(executeInstallation(createOrganisation, visitor, wanted))).code).toBe("unauthenticated");
  });

  test("sets plan and limits, switches modules, suspends and resumes", async () => {
    const organisationId = world.south.organisationId;
    await executeInstallation(changePlan, operator, { organisationId, plan: "premium", limits: { seats: "25" } });
    expect((await byId(organisationId)).limits).toEqual({ seats: 25 });
    const odd = { organisationId, plan: "premium", limits: { moons: 3 } } as const;
    expect((await refusalOf(executeInstallation(changePlan, operator, odd))).message).toMatch(/no limit “moons”/);
    await executeInstallation(changePlan, operator, { organisationId, plan: "enterprise", limits: { seats: "" } });
    expect((await byId(organisationId)).limits).toEqual({});
    const unknown = { organisationId, modules: ["moonwalks"] };
    expect((await refusalOf(executeInstallation(switchModules, operator, unknown))).code).toBe("limit");
    await executeInstallation(switchModules, operator, { organisationId, modules: [] });
    expect((await world.south.as("administrator")).organisation.modules).toEqual([]);
    await executeInstallation(switchModules, operator, { organisationId, modules: ["programmes"] });
    await executeInstallation(suspendOrganisation, operator, { organisationId, reason: "not paid" });
    const closed = await refusalOf(world.south.ask(organisationSettings, "administrator", {}));
    expect(closed.code).toBe("suspended");
    await executeInstallation(resumeOrganisation, operator, { organisationId });
    expect((await world.south.ask(organisationSettings, "administrator", {})).name).toBe("South Harbour");
  });

  test("gives a firm the usual packages when programmes are switched on, once, however often they are", async () => {
    const bare = installationCommand({
      name: "test.provision",
      permission: "operator",
      input: z.strictObject({ slug: z.string() }),
      run: (context, { slug }) =>
        provision(context, {
          ...{ name: slug, slug, plan: "free", modules: [] },
          administrator: { name: "Nils Ten", email: `${slug}@ten.example`, invite: true },
        }),
    });
    const { organisationId } = await executeInstallation(bare, operator, { slug: "harbour-ten" });
    const system = { kind: "system", organisationId, cause: "test" } as const;
    expect((await refusalOf(ask(allPackages, system, {}))).code).toBe("off");
    // While it is suspended nothing runs in it; its modules begin when it is resumed.
    await executeInstallation(suspendOrganisation, operator, { organisationId, reason: "not paid" });
    await executeInstallation(switchModules, operator, { organisationId, modules: ["programmes"] });
    await executeInstallation(resumeOrganisation, operator, { organisationId });
    const offered = await ask(allPackages, system, {});
    expect(offered).toHaveLength(2);
    await execute(archivePackage, system, { id: offered[0]!.id });
    await executeInstallation(switchModules, operator, { organisationId, modules: [] });
    await executeInstallation(switchModules, operator, { organisationId, modules: ["programmes"] });
    expect((await ask(allPackages, system, {})).map(({ id }) => id).sort()).toEqual(offered.map(({ id }) => id).sort());

    const late = await executeInstallation(bare, operator, { slug: "harbour-eleven" });
    const own = { kind: "system", organisationId: late.organisationId, cause: "test" } as const;
    await execute(chooseModules, own, { modules: ["programmes"] });
    expect(await ask(allPackages, own, {})).toHaveLength(2);
  });

  test("sees trials end by themselves, in the free plan", async () => {
    const organisationId = world.south.organisationId;
    await acrossIdentity((tx) =>
      tx
        .update(organisations)
        .set({ plan: "premium", trialEndsAt: new Date(Date.now() - 1000) })
        .where(eq(organisations.id, organisationId)),
    );
    await executeInstallation(endTrials, operator, {});
    expect(await byId(organisationId)).toMatchObject({ plan: "free", trialEndsAt: null, modules: ["programmes"] });
    await executeInstallation(changePlan, operator, { organisationId, plan: "enterprise" });
  });
});

describe("settings", () => {
  const input = {
    name: "North Harbour",
    slug: "north",
    locale: "en-GB",
    timeZone: "Europe/Zurich",
    currency: "CHF",
    accent: "#7a3b9e",
    expectedVersion: 1,
  };

  test("are changed by one at a time, keep what else is stored, and refuse what does not exist", async () => {
    await world.north.execute(updateSettings, "administrator", input);
    expect(await world.north.ask(organisationSettings, "administrator", {})).toMatchObject({
      accent: "#7a3b9e",
      version: 2,
    });
    const late = await refusalOf(world.north.execute(updateSettings, "administrator", input));
    const { expectedVersion: _, ...shown } = input;
    expect(late).toMatchObject({ code: "conflict" });
    const guessed = { quietAfterDays: 14, notesOpenings: true };
    expect(late.details.current).toEqual({ ...shown, ...guessed, version: 2 });
    for (const [field, value] of [
      ["timeZone", "Moon/Sea"],
      ["currency", "XYZ1"],
      ["accent", "red"],
      ["slug", "sign-in"],
      ["slug", "South"],
      ["quietAfterDays", 1],
    ] as const) {
      const refusal = await refusalOf(
        world.north.execute(updateSettings, "administrator", { ...input, expectedVersion: 2, [field]: value }),
      );
      expect(["invalid", "conflict"]).toContain(refusal.code);
    }
    expect((await refusalOf(world.north.execute(updateSettings, "consultant", input))).code).toBe("forbidden");
  });

  test("say what counts as silence, and who leaves it out leaves it as it is", async () => {
    const settings = () => world.north.ask(organisationSettings, "administrator", {});
    const { version } = await settings();
    const chosen = { ...input, expectedVersion: version, quietAfterDays: 7 };
    await world.north.execute(updateSettings, "administrator", chosen);
    expect(await settings()).toMatchObject({ quietAfterDays: 7 });
    await world.north.execute(updateSettings, "administrator", { ...input, expectedVersion: version + 1 });
    expect(await settings()).toMatchObject({ quietAfterDays: 7 });
  });

  test("switch modules off and on without losing what is in them", async () => {
    await world.north.execute(chooseModules, "administrator", { modules: [] });
    expect((await world.north.as("administrator")).organisation.modules).toEqual([]);
    await world.north.execute(chooseModules, "administrator", { modules: ["programmes", "programmes"] });
    expect((await world.north.as("administrator")).organisation.modules).toEqual(["programmes"]);
  });
});
