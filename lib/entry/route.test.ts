import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/v1/[organisation]/[module]/[operation]/route";
import { transaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/api";
import { rateLimits } from "@/db/schema/identity";
import { savedViews } from "@/db/schema/platform";
import { acrossIdentity } from "@/db/across";
import type { PersonActor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { handOnWith } from "@/lib/platform/hand-on";
import { Refusal } from "@/lib/platform/refusal";
import { testWorld } from "@/lib/platform/testing/world";

let signedIn: PersonActor | null = null;

vi.mock("@/lib/entry/api-actor", () => ({
  apiActor: async (slug: string) => {
    if (!signedIn) throw new Refusal("unauthenticated", "Please sign in.");
    if (signedIn.organisation.slug !== slug) throw new Refusal("not_found", "We could not find this organisation.");
    return signedIn;
  },
}));
vi.mock("@/lib/entry/request", () => ({
  requestFacts: async () => ({ requestId: "request-1", address: "192.0.2.1", userAgent: "", nonce: undefined }),
}));
vi.mock("@/lib/modules", async () => {
  const { auditModule } = await import("@/lib/audit/module");
  const { recordsModule } = await import("@/lib/records/module");
  const { peopleKind } = await import("@/lib/records/testing/people-kind");
  const kinds = { key: "tests", commands: [], queries: [], lists: [], records: [peopleKind] };
  return { modules: [auditModule, kinds, recordsModule] };
});

const world = testWorld();

beforeEach(async () => {
  signedIn = await world.north.as("administrator");
  setClock(null);
});

type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

async function send(
  handler: typeof GET,
  path: string,
  init: RequestInit = {},
  organisation = "north",
): Promise<Answer> {
  const [module = "", operation = ""] = path.split("?")[0]!.split("/");
  const request = new Request(`http://localhost/api/v1/${organisation}/${path}`, init);
  const response = await handler(request, { params: Promise.resolve({ organisation, module, operation }) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer["body"] };
}

const get = (path: string, organisation?: string) => send(GET, path, {}, organisation);
const post = (path: string, input: unknown, headers: Record<string, string> = {}) =>
  send(POST, path, {
    method: "POST",
    body: JSON.stringify(input),
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
  });

const view = (name: string) => ({ list: "audit.entries", name, state: "" });
const viewsNamed = (name: string) =>
  transaction({ organisationId: world.north.organisationId }, (tx) =>
    tx.select().from(savedViews).where(eq(savedViews.name, name)),
  );

describe("/api/v1", () => {
  test("runs a command, and says how it is taken back", async () => {
    const { status, body } = await post("views/save", view("By the API"));
    expect(status).toBe(200);
    const { id } = body.data as { id: string };
    expect(body.undo).toEqual({ operation: "views.delete", input: { id } });
    expect(await viewsNamed("By the API")).toHaveLength(1);
  });

  test("reads a query from the address", async () => {
    const { status, body, headers } = await get("views/list?list=audit.entries");
    expect(status).toBe(200);
    expect(body.data).toEqual(expect.arrayContaining([expect.objectContaining({ name: "Deletions", editable: true })]));
    expect(headers.get("ratelimit-limit")).toBe("600");
    expect(Number(headers.get("ratelimit-remaining"))).toBeLessThan(600);
  });

  test("reads lists page by page in one envelope, with sort and filters", async () => {
    for (const name of ["One", "Two", "Three"]) await post("views/save", view(name));
    const path = "audit/entries?sort=at&descending=true&filter.operation=views.save&limit=2";
    const first = await get(path);
    expect(first.body).toMatchObject({ estimateIsExact: true, data: [{ cells: { operation: "views.save" } }, {}] });
    expect(first.body.before).toBeUndefined();
    const second = await get(`${path}&after=${String(first.body.next)}`);
    expect((second.body.data as unknown[]).length).toBeGreaterThan(0);
    expect(second.body.before).toBeTypeOf("string");
    expect((await get("audit/entries?sort=nothing")).body).toMatchObject({ code: "invalid", field: "sort" });
    expect((await get("audit/entries?filter.nothing=1")).status).toBe(422);
    expect((await get("audit/entries?more=1")).status).toBe(422);
  });

  test("answers refusals as problems with their fields and the request's id", async () => {
    const { status, body, headers } = await post("views/save", { ...view(""), more: 1 });
    expect(status).toBe(422);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body).toMatchObject({
      ...{ type: "urn:landfall:problem:invalid", status: 422, code: "invalid", requestId: "request-1" },
      fields: { name: ["Give the view a name."] },
    });
  });

  test("asks who one is, what one may, and whether a page of ours asks", async () => {
    signedIn = await world.north.as("executive");
    expect((await get("audit/entries")).status).toBe(403);
    expect((await get("views/list?list=audit.entries", "south")).status).toBe(404);
    const elsewhere = await post("views/save", view("Foreign"), { "sec-fetch-site": "cross-site" });
    expect(elsewhere.status).toBe(403);
    expect(await viewsNamed("Foreign")).toEqual([]);
    signedIn = null;
    expect((await get("views/list?list=audit.entries")).status).toBe(401);
  });

  test("knows no operation that is not declared, and none by the wrong method", async () => {
    expect((await get("views/nothing")).status).toBe(404);
    expect((await get("views/save?list=audit.entries")).status).toBe(404);
    expect((await post("views/list", { list: "audit.entries" })).status).toBe(404);
  });

  test("takes JSON only", async () => {
    expect((await post("views/save", view("Form"), { "content-type": "text/plain" })).status).toBe(422);
    const broken = await send(POST, "views/save", {
      ...{
        method: "POST",
        body: "{",
        headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
      },
    });
    expect(broken.body.detail).toBe("The body is not JSON.");
  });

  test("says when to come back to who asks too often", async () => {
    const key = `api:${world.north.organisationId}:${signedIn!.personId}`;
    const count = (to: number) =>
      acrossIdentity((tx) =>
        tx
          .insert(rateLimits)
          .values({ key, count: to, windowEndsAt: new Date(Date.now() + 30_000) })
          .onConflictDoUpdate({ target: rateLimits.key, set: { count: to } }),
      );
    await count(600);
    const { status, headers } = await get("views/list?list=audit.entries");
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    await count(0);
  });
});

describe("an Idempotency-Key", () => {
  const save = (key: string, name: string) => post("views/save", view(name), { "idempotency-key": key });

  test("gets the same answer again, and nothing is done twice", async () => {
    const first = await save("key-1", "Once");
    const again = await save("key-1", "Once");
    expect(again.body).toEqual(first.body);
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await viewsNamed("Once")).toHaveLength(1);
  });

  test("five at once do it once", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => save("key-2", "At once")));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await viewsNamed("At once")).toHaveLength(1);
  });

  test("for something else is refused", async () => {
    await save("key-3", "Kept");
    expect((await save("key-3", "Other")).status).toBe(422);
    expect(await viewsNamed("Other")).toEqual([]);
  });

  test("of what was refused may be used again", async () => {
    expect((await save("key-4", "")).status).toBe(422);
    expect((await save("key-4", "Now")).status).toBe(200);
  });

  test("of somebody else is another one, and after a day a new one", async () => {
    await save("key-5", "Mine");
    signedIn = await world.north.as("consultant");
    expect((await save("key-5", "Theirs")).status).toBe(200);
    setClock(new Date(Date.now() + 25 * 3_600_000));
    expect((await save("key-5", "Later")).status).toBe(200);
  });

  test("keeps its answer sealed, and hands on what happened", async () => {
    const handed: string[] = [];
    handOnWith(async (ids) => handed.push(...ids));
    const comment = { entity: "person", entityId: world.north.contactId, body: "Hello" };
    await post("comments/add", comment, { "idempotency-key": "key-6" });
    await post("comments/add", comment, { "idempotency-key": "key-6" });
    handOnWith(null);
    expect(handed).toHaveLength(1);
    const [kept] = await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, "key-6")),
    );
    expect(kept?.responseEncrypted).toMatch(/^v1\./);
  });
});
