import { describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { readOrganisationToken } from "@/lib/platform/organisation-token";
import { ask } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { closeBookingLink, openBookingLink, renewBookingLink, setBookingLink } from "./link-commands";
import { bookingLinkOf } from "./link-query";
import { bookingPage } from "./page-queries";
import type { PageAddress } from "./guest-schemas";

const world = testWorld();
const now = new Date("2026-11-23T09:00:00Z");

const own = () => world.north.ask(bookingLinkOf, "consultant", { personId: world.north.consultantId }, { now });
const set = async (more: object = {}) => {
  const { version: expectedVersion } = await own();
  const { consultantId: personId, sessionTypeId } = world.north;
  const said = { mode: "open" as const, slug: "robin", typeIds: [sessionTypeId], welcome: "Welcome.", ...more };
  return world.north.execute(setBookingLink, "consultant", { personId, expectedVersion, ...said }, { now });
};
const look = (page: PageAddress) =>
  ask(bookingPage, { kind: "system", organisationId: world.north.organisationId, cause: "visitor" }, { page }, { now });
const secret = async (): Promise<{ tokenHash: string }> => {
  const token = (await own()).address!.split("/book/")[1]!;
  return { tokenHash: readOrganisationToken(token)!.hash };
};

describe("a booking page", () => {
  test("by a readable address tells whose it is and what is offered, and nothing else", async () => {
    await set();
    expect((await own()).address).toMatch(/\/book\/north\/robin$/);
    const told = await look({ slug: "robin" });
    expect(told).toEqual({
      ...{ organisation: expect.any(String), name: expect.any(String), headline: "", welcome: "Welcome." },
      ...{ isOpen: true, timeZone: "Europe/Zurich" },
      types: [
        {
          ...{ id: world.north.sessionTypeId, name: "Coaching", description: "", lengthMinutes: 60 },
          ...{ placeKind: "video", questions: [], horizonDays: 366 },
        },
      ],
    });
    expect(JSON.stringify(told)).not.toContain(world.north.consultantId);
  });

  test("by a secret one is not there by its name, and a renewed secret ends the one before", async () => {
    await set({ mode: "secret" });
    const first = await secret();
    expect((await look(first)).isOpen).toBe(false);
    expect((await refusalOf(look({ slug: "robin" }))).code).toBe("not_found");
    await world.north.execute(renewBookingLink, "consultant", { personId: world.north.consultantId }, { now });
    expect((await refusalOf(look(first))).code).toBe("not_found");
    await look(await secret());
    await set();
    // Its secret does not open a page that is open by its name: one address at a time.
    const { tokenHash } = first;
    expect((await refusalOf(look({ tokenHash }))).code).toBe("not_found");
  });

  test("is not there alike when it never was, is off, its secret is wrong, or its person has left", async () => {
    const says = async (page: PageAddress) => (await refusalOf(look(page))).message;
    const never = await says({ slug: "nobody" });
    expect(await says({ tokenHash: "0".repeat(64) })).toBe(never);
    await world.north.execute(closeBookingLink, "consultant", { personId: world.north.consultantId }, { now });
    expect(await says({ slug: "robin" })).toBe(never);
    await world.north.execute(openBookingLink, "consultant", { personId: world.north.consultantId }, { now });
    const status = (to: string) =>
      transaction({ organisationId: world.north.organisationId }, (tx) =>
        tx.update(people).set({ status: to }).where(eq(people.id, world.north.consultantId)),
      );
    await status("deactivated");
    expect(await says({ slug: "robin" })).toBe(never);
    await status("active");
    await look({ slug: "robin" });
  });

  test("is read as a visitor by nobody who works here", async () => {
    const attempt = world.north.ask(bookingPage, "administrator", { page: { slug: "robin" } }, { now });
    expect((await refusalOf(attempt)).code).toBe("not_found");
  });
});

describe("whose booking page it is", () => {
  test("says what it offers; an administrator turns it off and on, and reads no secret", async () => {
    const { consultantId: personId, otherConsultantId, sessionTypeId, groupTypeId } = world.north;
    await set({ mode: "secret" });
    const seen = await world.north.ask(bookingLinkOf, "administrator", { personId }, { now });
    expect(seen).toMatchObject({ own: false, isOn: true, address: null });
    const said = { mode: "open" as const, slug: "taken-over", typeIds: [sessionTypeId], welcome: "" };
    const theirs = { personId, expectedVersion: seen.version, ...said };
    expect((await refusalOf(world.north.execute(setBookingLink, "administrator", theirs, { now }))).code).toBe(
      "forbidden",
    );
    const renewed = world.north.execute(renewBookingLink, "administrator", { personId }, { now });
    expect((await refusalOf(renewed)).code).toBe("forbidden");
    await world.north.execute(closeBookingLink, "administrator", { personId }, { now });
    expect((await own()).isOn).toBe(false);
    await world.north.execute(openBookingLink, "administrator", { personId }, { now });
    const another = { ...theirs, personId: otherConsultantId };
    expect((await refusalOf(world.north.execute(setBookingLink, "consultant", another, { now }))).code).toBe(
      "not_found",
    );
    // A group is not booked from outside, and no address is had twice.
    expect((await refusalOf(set({ typeIds: [groupTypeId] }))).details.field).toBe("typeIds");
    expect((await refusalOf(set({ slug: "other-consultant" }))).details.field).toBe("slug");
  });

  test("two who change it at once are told so", async () => {
    const { version } = await own();
    await set({ welcome: "One." });
    const { consultantId: personId, sessionTypeId } = world.north;
    const second = { personId, expectedVersion: version, mode: "open" as const, slug: "robin", welcome: "Two." };
    const attempt = world.north.execute(setBookingLink, "consultant", { ...second, typeIds: [sessionTypeId] }, { now });
    expect(await refusalOf(attempt)).toMatchObject({ code: "conflict", details: { current: { welcome: "One." } } });
  });
});
