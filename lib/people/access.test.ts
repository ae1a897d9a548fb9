import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { acrossIdentity } from "@/db/across";
import { transaction } from "@/db/client";
import { links, memberships, sessions, users } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { newId } from "@/db/tenant-table";
import { readSession } from "@/lib/identity/read-session";
import { linkToken } from "@/lib/identity/links";
import { hashPassword } from "@/lib/identity/passwords";
import { personActor } from "@/lib/identity/person-actor";
import { openSession } from "@/lib/identity/sessions";
import { acceptInvitation, readInvitation } from "@/lib/people/commands/accept-invitation";
import { changeRoles, deactivate, reactivate } from "@/lib/people/commands/access";
import { invite, resendInvitation, revokeInvitation } from "@/lib/people/commands/invitations";
import { addMember } from "@/lib/people/commands/members";
import { copyRole, removeRole, updateRole } from "@/lib/people/commands/roles";
import { onePerson } from "@/lib/people/queries/person";
import { seatsTaken } from "@/lib/people/seats";
import { execute } from "@/lib/platform/execute";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { refusalOf, testWorld, type TestOrganisation } from "@/lib/platform/testing/world";

const world = testWorld();
const visitor = { kind: "visitor", address: "192.0.2.7" } as const;
const userAgent = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";
const password = "quiet water under the pier";

/** Somebody new with an account and roles, at once. */
async function join(organisation: TestOrganisation, roleKeys: string[]) {
  const userId = newId();
  const email = `${userId}@harbour.example`;
  await acrossIdentity((tx) => tx.insert(users).values({ id: userId, email, emailKey: email, name: "Ines Barlow" }));
  const actor = { kind: "system", organisationId: organisation.organisationId, cause: "test" } as const;
  const { output } = await execute(addMember, actor, { name: "Ines Barlow", email, userId, roleKeys });
  return { userId, personId: output.personId, email };
}

const versionOf = async (organisation: TestOrganisation, personId: string) =>
  (await organisation.ask(onePerson, "administrator", { personId })).version;

const lastInvitation = async (personId: string) => {
  const [link] = await acrossIdentity((tx) =>
    tx
      .select()
      .from(links)
      .where(and(eq(links.personId, personId), isNull(links.revokedAt), isNull(links.usedAt))),
  );
  return linkToken(link!.id);
};

describe("the last administrator", () => {
  test("cannot give the role away, be deactivated, or lose it through an edit of the role", async () => {
    const { south } = world;
    const personId = south.administratorId;
    const expectedVersion = await versionOf(south, personId);
    const actor = { kind: "system", organisationId: south.organisationId, cause: "test" } as const;
    const taken = await refusalOf(
      south.execute(changeRoles, "administrator", { personId, roleKeys: ["consultant"], expectedVersion }),
    );
    expect(taken).toMatchObject({ code: "state" });
    expect(taken.message).toMatch(/nobody who can manage people/);
    const gone = await refusalOf(execute(deactivate, actor, { personId, expectedVersion }));
    expect(gone.message).toMatch(/nobody who can manage people/);
    expect((await south.as("administrator")).grants.has("roles:write")).toBe(true);
  });

  test("stays when two administrators remove each other at the same moment", async () => {
    const { south } = world;
    for (let round = 0; round < 5; round += 1) {
      const other = await join(south, ["administrator"]);
      const otherActor = await personActor({ id: newId(), userId: other.userId }, south.slug);
      const [mine, theirs] = [await versionOf(south, south.administratorId), await versionOf(south, other.personId)];
      const results = await Promise.allSettled([
        south.execute(changeRoles, "administrator", {
          personId: other.personId,
          roleKeys: ["mentor"],
          expectedVersion: theirs,
        }),
        execute(changeRoles, otherActor, {
          personId: south.administratorId,
          roleKeys: ["mentor"],
          expectedVersion: mine,
        }),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const actor = { kind: "system", organisationId: south.organisationId, cause: "test" } as const;
      // Whoever is left, the next round begins with the first administrator alone.
      for (const [personId, roleKeys] of [
        [south.administratorId, ["administrator"]],
        [other.personId, ["mentor"]],
      ] as const)
        await execute(changeRoles, actor, {
          personId,
          roleKeys: [...roleKeys],
          expectedVersion: await versionOf(south, personId),
        });
    }
  });
});

describe("deactivation", () => {
  test("ends access and sessions at once, and reactivation gives the roles back", async () => {
    const { north } = world;
    const person = await join(north, ["consultant"]);
    const session = await acrossIdentity((tx) =>
      openSession(tx, { userId: person.userId, userAgent, address: null }, new Date()),
    );
    expect(await readSession(session.id, person.userId)).not.toBeNull();
    const version = await versionOf(north, person.personId);
    await north.execute(deactivate, "administrator", { personId: person.personId, expectedVersion: version });
    expect(await readSession(session.id, person.userId)).toBeNull();
    expect((await refusalOf(personActor({ id: session.id, userId: person.userId }, north.slug))).code).toBe(
      "not_found",
    );
    const again = await versionOf(north, person.personId);
    await north.execute(reactivate, "administrator", { personId: person.personId, expectedVersion: again });
    const back = await personActor({ id: session.id, userId: person.userId }, north.slug);
    expect(back.grants.has("programmes:write")).toBe(true);
  });

  test("leaves the sessions of somebody who works in another organisation too", async () => {
    const { north, south } = world;
    const person = await join(north, ["consultant"]);
    const actor = { kind: "system", organisationId: south.organisationId, cause: "test" } as const;
    const { email, userId } = person;
    await execute(addMember, actor, { name: "Ines Barlow", email, userId, roleKeys: ["mentor"] });
    const session = await acrossIdentity((tx) => openSession(tx, { userId, userAgent, address: null }, new Date()));
    await north.execute(deactivate, "administrator", {
      personId: person.personId,
      expectedVersion: await versionOf(north, person.personId),
    });
    expect(await readSession(session.id, userId)).not.toBeNull();
    expect((await personActor({ id: session.id, userId }, south.slug)).kind).toBe("person");
  });

  test("is not for oneself", async () => {
    const { north } = world;
    const refusal = await refusalOf(
      north.execute(deactivate, "administrator", {
        personId: north.administratorId,
        expectedVersion: await versionOf(north, north.administratorId),
      }),
    );
    expect(refusal.message).toMatch(/cannot deactivate yourself/);
  });
});

describe("an invitation", () => {
  test("is accepted once, makes the account, and signs in", async () => {
    const { north } = world;
    const { personId } = await north.execute(invite, "administrator", {
      name: "Odile Ferrand",
      email: "Odile.Ferrand@quay.example",
      roleKeys: ["consultant", "mentor"],
    });
    const token = await lastInvitation(personId);
    expect(await executeInstallation(readInvitation, visitor, { token })).toEqual({
      organisation: "North Harbour",
      name: "Odile Ferrand",
      email: "Odile.Ferrand@quay.example",
      hasAccount: false,
      isSignedIn: false,
    });
    const short = await refusalOf(
      executeInstallation(acceptInvitation, visitor, { token, password: "short", userAgent }),
    );
    expect(short).toMatchObject({ code: "invalid", details: { field: "password" } });
    const entered = await executeInstallation(acceptInvitation, visitor, { token, password, userAgent });
    const actor = await personActor({ id: entered.sessionId, userId: entered.userId }, entered.slug);
    expect(actor).toMatchObject({ personId, name: "Odile Ferrand" });
    expect(await readSession(entered.sessionId, entered.userId)).toMatchObject({ email: "Odile.Ferrand@quay.example" });
    const twice = await refusalOf(executeInstallation(acceptInvitation, visitor, { token, password, userAgent }));
    expect(twice.message).toMatch(/used already, withdrawn or has expired/);
  });

  test("asks for the password of an account that exists, and lets only its owner in", async () => {
    const { north, south } = world;
    const email = "two.firms@quay.example";
    const userId = newId();
    const passwordHash = await hashPassword(password);
    await acrossIdentity((tx) =>
      tx.insert(users).values({ id: userId, email, emailKey: email, name: "Two", passwordHash }),
    );
    const { personId } = await south.execute(invite, "administrator", {
      name: "Two Firms",
      email,
      roleKeys: ["mentor"],
    });
    const token = await lastInvitation(personId);
    const wrong = { token, password: "another one entirely", userAgent };
    expect((await refusalOf(executeInstallation(acceptInvitation, visitor, wrong))).code).toBe("invalid");
    const stranger = { kind: "account", userId: north.strangerUserId, sessionId: newId(), name: "Sam" } as const;
    expect((await refusalOf(executeInstallation(acceptInvitation, stranger, { token, userAgent }))).code).toBe(
      "invalid",
    );
    const owner = { kind: "account", userId, sessionId: newId(), name: "Two" } as const;
    const entered = await executeInstallation(acceptInvitation, owner, { token, userAgent });
    expect(entered.userId).toBe(userId);
  });

  test("sent again makes the first link useless; taken back makes all of them so", async () => {
    const { north } = world;
    const { personId } = await north.execute(invite, "administrator", {
      name: "Late Comer",
      email: "late.comer@quay.example",
      roleKeys: ["mentor"],
    });
    const first = await lastInvitation(personId);
    await north.execute(resendInvitation, "administrator", { personId });
    const second = await lastInvitation(personId);
    expect(second).not.toBe(first);
    expect((await refusalOf(executeInstallation(readInvitation, visitor, { token: first }))).code).toBe("not_found");
    await north.execute(revokeInvitation, "administrator", { personId });
    expect((await refusalOf(executeInstallation(readInvitation, visitor, { token: second }))).code).toBe("not_found");
    expect(await north.ask(onePerson, "administrator", { personId })).toMatchObject({ status: "known", roles: [] });
  });

  test("is refused when all seats of the plan are taken, also when two come at once", async () => {
    const { south } = world;
    const [row] = await acrossIdentity((tx) =>
      tx.select({ limits: organisations.limits }).from(organisations).where(eq(organisations.id, south.organisationId)),
    );
    const taken = await south.ask(onePerson, "administrator", { personId: south.administratorId });
    expect(taken.status).toBe("active");
    const seats = await transaction({ organisationId: south.organisationId }, (tx) => seatsTaken(tx));
    await acrossIdentity((tx) =>
      tx
        .update(organisations)
        .set({ limits: { ...row!.limits, seats: seats + 1 } })
        .where(eq(organisations.id, south.organisationId)),
    );
    const results = await Promise.allSettled(
      ["one", "two", "three"].map((name) =>
        south.execute(invite, "administrator", { name, email: `${name}@seat.example`, roleKeys: ["mentor"] }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "limit" } });
    await acrossIdentity((tx) =>
      tx.update(organisations).set({ limits: row!.limits }).where(eq(organisations.id, south.organisationId)),
    );
  });
});

describe("own roles", () => {
  test("are copied, edited, held, and removed only when nobody holds them", async () => {
    const { north } = world;
    const roleId = north.customRoleId;
    const made = await north.execute(copyRole, "administrator", { roleId, name: "Case worker, Basel" });
    await north.execute(updateRole, "administrator", {
      roleId: made.roleId,
      name: "Case worker, Basel",
      description: "",
      grants: { "programmes:read": ["all"], "people:read": [] },
      expectedVersion: 1,
    });
    const person = await join(north, ["case_worker_basel"]);
    const actor = await personActor({ id: newId(), userId: person.userId }, north.slug);
    expect([...actor.grants.keys()]).toEqual(["programmes:read"]);
    const held = await refusalOf(
      north.execute(removeRole, "administrator", { roleId: made.roleId, expectedVersion: 2 }),
    );
    expect(held.message).toBe("One person holds this role.");
    await north.execute(changeRoles, "administrator", {
      personId: person.personId,
      roleKeys: ["mentor"],
      expectedVersion: await versionOf(north, person.personId),
    });
    await north.execute(removeRole, "administrator", { roleId: made.roleId, expectedVersion: 2 });
  });

  test("refuse permissions and scopes that do not exist, and edits of built-in roles", async () => {
    const { north } = world;
    const edit = { roleId: north.customRoleId, name: "X", description: "", expectedVersion: 1 };
    const unknown = await refusalOf(
      north.execute(updateRole, "administrator", { ...edit, grants: { "moon:walk": ["all"] } }),
    );
    expect(unknown.code).toBe("invalid");
    const far = await refusalOf(
      north.execute(updateRole, "administrator", { ...edit, grants: { "notes:write": ["all"] } }),
    );
    expect(far.message).toMatch(/does not reach that far/);
  });
});

test("an ended membership is not found by any account", async () => {
  const { north } = world;
  const person = await join(north, ["consultant"]);
  await acrossIdentity((tx) =>
    tx.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.userId, person.userId)),
  );
  expect((await refusalOf(personActor({ id: newId(), userId: person.userId }, north.slug))).code).toBe("not_found");
  const open = await acrossIdentity((tx) => tx.select().from(sessions).where(eq(sessions.userId, person.userId)));
  expect(open).toEqual([]);
});
