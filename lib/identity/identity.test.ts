import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { acrossIdentity } from "@/db/across";
import { installationEvents, links, rateLimits, sessions, users } from "@/db/schema/identity";
import { newId } from "@/db/tenant-table";
import { changePassword, readReset, requestReset, resetPassword } from "@/lib/identity/commands/passwords";
import { chooseTheme, endOtherSessions, endSession, ownSessions } from "@/lib/identity/commands/sessions";
import { signIn } from "@/lib/identity/commands/sign-in";
import { handoverTicket, readHandover } from "@/lib/identity/handover";
import { hashPassword } from "@/lib/identity/passwords";
import { readSession } from "@/lib/identity/read-session";
import { guarded, limits } from "@/lib/identity/sign-in-guard";
import { confirmNewAddress, requestNewAddress } from "@/lib/people/commands/new-address";
import { onePerson } from "@/lib/people/queries/person";
import { now, setClock } from "@/lib/platform/clock";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { consume, forgetEnded } from "@/lib/platform/rate-limit";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const visitor = { kind: "visitor", address: "192.0.2.9" } as const;
const userAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/605.1";
const password = "quiet water under the pier";
let userId: string;
let email: string;

/** A new account, signed in. */
async function signedIn() {
  const entered = await executeInstallation(signIn, visitor, { email, password, userAgent });
  return { ...entered, actor: { kind: "account", ...entered, name: "Mo" } as const };
}

beforeAll(async () => {
  userId = newId();
  email = "Mo.Lind@Pier.example";
  const passwordHash = await hashPassword(password);
  await acrossIdentity((tx) =>
    tx.insert(users).values({ id: userId, email, emailKey: "mo.lind@pier.example", name: "Mo Lind", passwordHash }),
  );
});

describe("sign-in", () => {
  test("opens a session with device and address, whatever the case of the address", async () => {
    const entered = await executeInstallation(signIn, visitor, {
      email: " mo.lind@PIER.example ",
      password,
      userAgent,
    });
    const actor = { kind: "account", ...entered, name: "Mo" } as const;
    const [session] = await executeInstallation(ownSessions, actor, {});
    expect(session).toMatchObject({
      id: entered.sessionId,
      address: "192.0.2.9",
      device: { browser: "Safari", system: "iPhone", phone: true },
    });
  });

  test("says the same of a wrong password and of an account that does not exist, and keeps no password", async () => {
    const attempt = (of: string) =>
      refusalOf(executeInstallation(signIn, visitor, { email: of, password: "not this one", userAgent }));
    const wrong = await attempt(email);
    const unknown = await attempt("nobody@pier.example");
    expect([wrong.code, wrong.message, wrong.details]).toEqual([unknown.code, unknown.message, unknown.details]);
    const [stored] = await acrossIdentity((tx) => tx.select().from(users).where(eq(users.id, userId)));
    expect(stored!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("is not for a closed account", async () => {
    const closed = newId();
    const passwordHash = await hashPassword(password);
    await acrossIdentity((tx) =>
      tx.insert(users).values({
        id: closed,
        email: "closed@pier.example",
        emailKey: "closed@pier.example",
        name: "Closed",
        passwordHash,
        disabledAt: new Date(),
      }),
    );
    const input = { email: "closed@pier.example", password, userAgent };
    expect((await refusalOf(executeInstallation(signIn, visitor, input))).code).toBe("invalid");
  });
});

describe("guessing", () => {
  const guess = (of: string, from: string, right = false) =>
    guarded(of, from, () =>
      executeInstallation(
        signIn,
        { kind: "visitor", address: from },
        {
          email: of,
          password: right ? password : "not this one",
          userAgent,
        },
      ),
    );

  test.each(["mo.lind@pier.example", "nobody.at.all@pier.example"])(
    "is locked for %s, which may exist or not, and says until when",
    async (of) => {
      const results = await Promise.all(
        Array.from({ length: limits.pair + 2 }, () => refusalOf(guess(of, "198.51.100.1"))),
      );
      expect(results.filter(({ code }) => code === "invalid")).toHaveLength(limits.pair);
      const locked = results.filter(({ code }) => code === "rate");
      expect(locked).toHaveLength(2);
      expect(locked[0]!.message).toBe("There were too many tries. Please try again in 15 minutes.");
      expect((await refusalOf(guess(of, "198.51.100.1", true))).code).toBe("rate");
    },
    30_000,
  );

  test("elsewhere is still possible, and the right password clears the count", async () => {
    await acrossIdentity((tx) => tx.delete(rateLimits));
    for (let time = 0; time < 3; time += 1) await refusalOf(guess(email, "198.51.100.2"));
    await guess(email, "198.51.100.2", true);
    const left = await acrossIdentity((tx) =>
      tx.select({ key: rateLimits.key, count: rateLimits.count }).from(rateLimits),
    );
    expect(left.map(({ key }) => key.split(":").slice(0, 2).join(":"))).toEqual(["sign-in:address"]);
    expect(left[0]!.count).toBe(3);
  });
});

describe("a limit", () => {
  test("counts parallel uses one by one and begins anew when its window is over", async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => consume("try", 7, 60)));
    expect(results.filter(({ allowed }) => allowed)).toHaveLength(7);
    expect(results.map(({ count }) => count).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    const moment = now();
    expect(await consume("before", 7, 60, moment)).toMatchObject({ retryAfterSeconds: 60 });
    const aMomentBefore = new Date(moment.getTime() - 1);
    expect(await consume("before", 7, 60, aMomentBefore)).toMatchObject({ count: 2, retryAfterSeconds: 60 });
    const later = new Date(moment.getTime() + 61_000);
    expect(await consume("try", 7, 60, later)).toEqual({ allowed: true, count: 1, retryAfterSeconds: 60 });
    expect(await forgetEnded(new Date(later.getTime() + 61_000))).toBeGreaterThan(0);
  });
});

describe("a session", () => {
  test("is over after half a day without use, and after two weeks in any case", async () => {
    const { sessionId } = await signedIn();
    const begun = now().getTime();
    const at = (hours: number) => readSession(sessionId, userId, new Date(begun + hours * 3_600_000));
    expect(await at(11.9)).not.toBeNull();
    expect(await at(24.1)).toBeNull();
    for (let hour = 22; hour < 14 * 24; hour += 11) expect(await at(hour)).not.toBeNull();
    expect(await at(14 * 24 + 0.1)).toBeNull();
  });

  test("is written down as used at most once a minute", async () => {
    const { sessionId } = await signedIn();
    const seen = async () =>
      (await acrossIdentity((tx) => tx.select().from(sessions).where(eq(sessions.id, sessionId))))[0]!.lastSeenAt;
    const first = await seen();
    await readSession(sessionId, userId, new Date(first.getTime() + 59_000));
    expect(await seen()).toEqual(first);
    await readSession(sessionId, userId, new Date(first.getTime() + 61_000));
    expect((await seen()).getTime()).toBe(first.getTime() + 61_000);
  });

  test("of another account is not found and stays", async () => {
    const mine = await signedIn();
    const other = { kind: "account", userId: world.north.strangerUserId, sessionId: newId(), name: "Sam" } as const;
    const refusal = await refusalOf(executeInstallation(endSession, other, { sessionId: mine.sessionId }));
    expect(refusal.code).toBe("not_found");
    expect(await readSession(mine.sessionId, mine.userId)).not.toBeNull();
  });

  test("ends by itself or with all others", async () => {
    const [first, second, third] = [await signedIn(), await signedIn(), await signedIn()];
    await executeInstallation(endSession, first.actor, { sessionId: second.sessionId });
    expect(await readSession(second.sessionId, userId)).toBeNull();
    await executeInstallation(endOtherSessions, first.actor, {});
    expect(await readSession(third.sessionId, userId)).toBeNull();
    expect(await readSession(first.sessionId, userId)).not.toBeNull();
  });

  test("is handed to the cookie by a ticket that is ours and young", () => {
    const signed = { userId: newId(), sessionId: newId() };
    const moment = new Date("2026-11-21T09:00:00Z");
    const ticket = handoverTicket(signed, moment);
    expect(readHandover(ticket, new Date(moment.getTime() + 29_000))).toEqual(signed);
    expect(readHandover(ticket, new Date(moment.getTime() + 31_000))).toBeNull();
    expect(readHandover(ticket.replace(signed.userId, newId()), moment)).toBeNull();
    expect(readHandover("", moment)).toBeNull();
  });
});

describe("a password", () => {
  test("is set anew by a link that works once, for an hour, and ends all sessions", async () => {
    const { sessionId } = await signedIn();
    expect(await executeInstallation(requestReset, visitor, { email: "nobody@pier.example" })).toBeNull();
    const old = await executeInstallation(requestReset, visitor, { email });
    const link = await executeInstallation(requestReset, visitor, { email });
    const stored = await acrossIdentity((tx) => tx.select().from(links).where(eq(links.userId, userId)));
    expect(JSON.stringify(stored)).not.toContain(link!.token);
    expect((await refusalOf(executeInstallation(readReset, visitor, { token: old!.token }))).code).toBe("not_found");
    expect(await executeInstallation(readReset, visitor, { token: link!.token })).toEqual({ email });
    const input = { token: link!.token, password };
    setClock(new Date(Date.now() + 61 * 60_000));
    expect((await refusalOf(executeInstallation(resetPassword, visitor, input))).message).toMatch(/older than an hour/);
    setClock(null);
    await executeInstallation(resetPassword, visitor, input);
    expect(await readSession(sessionId, userId)).toBeNull();
    expect((await refusalOf(executeInstallation(resetPassword, visitor, input))).code).toBe("not_found");
  });

  test("is changed with the present one, which keeps only this browser signed in", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const wrong = { currentPassword: "not this one", password: "another quiet place" };
    expect((await refusalOf(executeInstallation(changePassword, here.actor, wrong))).details.field).toBe(
      "currentPassword",
    );
    const weak = { currentPassword: password, password: "aaaaaaaaaaaa" };
    expect((await refusalOf(executeInstallation(changePassword, here.actor, weak))).details.field).toBe("password");
    await executeInstallation(changePassword, here.actor, {
      currentPassword: password,
      password: "another quiet place",
    });
    expect(await readSession(here.sessionId, userId)).not.toBeNull();
    expect(await readSession(there.sessionId, userId)).toBeNull();
    await executeInstallation(changePassword, here.actor, { currentPassword: "another quiet place", password });
  });
});

test("a new address holds once its link was opened, in the account and where it was the contact address", async () => {
  const account = { kind: "account", userId: newId(), sessionId: newId(), name: "Robin" } as const;
  const passwordHash = await hashPassword(password);
  const consultant = await world.north.as("consultant");
  await acrossIdentity((tx) => tx.update(users).set({ passwordHash }).where(eq(users.id, consultant.userId)));
  const actor = { ...account, userId: consultant.userId };
  const to = "robin.new@north.example";
  const link = await executeInstallation(requestNewAddress, actor, { email: to, currentPassword: password });
  const before = await world.north.ask(onePerson, "administrator", { personId: consultant.personId });
  expect(before.email).toBe("consultant@north.example");
  await executeInstallation(confirmNewAddress, visitor, { token: link.token });
  const after = await world.north.ask(onePerson, "administrator", { personId: consultant.personId });
  expect(after.email).toBe(to);
  await executeInstallation(signIn, visitor, { email: to, password, userAgent });
  const again = await executeInstallation(requestNewAddress, actor, { email, currentPassword: password });
  const taken = await refusalOf(executeInstallation(confirmNewAddress, visitor, { token: again.token }));
  expect(taken.message).toMatch(/Another account has this address/);
});

test("the installation writes down what happened to an account, never a password", async () => {
  const { actor } = await signedIn();
  await executeInstallation(chooseTheme, actor, { theme: "dark" });
  const events = await acrossIdentity((tx) =>
    tx
      .select()
      .from(installationEvents)
      .where(and(eq(installationEvents.operation, "identity.chooseTheme"), eq(installationEvents.entityId, userId))),
  );
  expect(events[0]!.difference).toEqual({ theme: ["system", "dark"] });
  const all = await acrossIdentity((tx) => tx.select().from(installationEvents));
  expect(JSON.stringify(all)).not.toContain("$argon2id");
});
