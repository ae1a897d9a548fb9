import "server-only";
import { apiActor } from "@/lib/entry/api-actor";
import { executeOnce } from "@/lib/entry/execute-once";
import { problemOf } from "@/lib/entry/problem";
import { requestFacts } from "@/lib/entry/request";
import { assertSameOrigin } from "@/lib/entry/same-origin";
import { may, type PersonActor } from "@/lib/platform/actor";
import { ask, askTogether, execute } from "@/lib/platform/execute";
import { parseInput } from "@/lib/platform/input-refusal";
import { ListState, readList, type List } from "@/lib/platform/list";
import { inputOfSearch } from "@/lib/platform/openapi-schema";
import { moduleOf, type Command, type Query } from "@/lib/platform/operation";
import { moduleIsOn } from "@/lib/platform/plans";
import { consume } from "@/lib/platform/rate-limit";
import { Refusal } from "@/lib/platform/refusal";

/** Answers a request of /api/v1 about one organisation. */
export type Route = (request: Request, organisation: string) => Promise<Response>;

/** Requests of one person in one organisation per minute. */
const requestsPerMinute = 600;

/** Bytes of a body at most. */
const largestBody = 1_000_000;

/** A command as a POST: the body is its input. With an Idempotency-Key it is done once, whatever the network does. */
export const route = (command: Command): Route =>
  answering(async (request, actor, facts) => {
    assertSameOrigin(request);
    const input = await bodyOf(request);
    const key = request.headers.get("idempotency-key");
    if (key === null) {
      const { output, undo } = await execute(command, actor, input, facts);
      return Response.json({ data: output ?? null, ...(undo ? { undo } : {}) });
    }
    if (!/^[\x21-\x7e]{1,200}$/.test(key))
      throw new Refusal("invalid", "An Idempotency-Key has 1 to 200 characters without spaces.");
    const { body, replayed } = await executeOnce(command, actor, input, key, facts);
    const headers = { "content-type": "application/json", ...(replayed ? { "idempotency-replayed": "true" } : {}) };
    return new Response(body, { headers });
  });

/** A query as a GET: the address holds its input. */
export const routeQuery = (query: Query): Route =>
  answering(async (request, actor, facts) => {
    const input = inputOfSearch(query.input, new URL(request.url).searchParams);
    return Response.json({ data: (await ask(query, actor, input, facts)) ?? null });
  });

/** A page of a list as a GET, in the one envelope of all lists. */
export const routeList = (list: List): Route =>
  answering(async (request, actor, facts) => {
    if (!moduleIsOn(actor.organisation, moduleOf(list)))
      throw new Refusal("off", "This part of Landfall is not switched on for your organisation.");
    if (actor.organisation.suspendedAt) throw new Refusal("suspended", "This organisation is suspended.");
    if (!may(actor, list.permission)) throw new Refusal("forbidden", "You may not do this in this organisation.");
    const state = stateOf(new URL(request.url).searchParams);
    const { rows, ...place } = await askTogether(actor, (context) => readList(context, list, state), facts);
    return Response.json({ data: rows, ...place });
  });

/** The state of a list from an address: `sort`, `descending`, `q`, `after`, `before`, `limit`, and `filter.<key>` for each filter. */
export function stateOf(search: URLSearchParams): ListState {
  const filters: Record<string, string> = {};
  const plain = new URLSearchParams();
  for (const [key, value] of search) {
    if (key.startsWith("filter.")) filters[key.slice("filter.".length)] = value;
    else plain.set(key, value);
  }
  const given = inputOfSearch(ListState, plain) as Record<string, unknown>;
  return parseInput(ListState, { ...given, ...(Object.keys(filters).length > 0 ? { filters } : {}) });
}

type Facts = Awaited<ReturnType<typeof requestFacts>>;

function answering(work: (request: Request, actor: PersonActor, facts: Facts) => Promise<Response>): Route {
  return async (request, organisation) => {
    const facts = await requestFacts();
    const headers: Record<string, string> = { "cache-control": "no-store", "x-request-id": facts.requestId };
    try {
      const actor = await apiActor(organisation);
      const used = await consume(`api:${actor.organisation.id}:${actor.personId}`, requestsPerMinute, 60);
      headers["ratelimit-limit"] = String(requestsPerMinute);
      headers["ratelimit-remaining"] = String(Math.max(0, requestsPerMinute - used.count));
      headers["ratelimit-reset"] = String(used.retryAfterSeconds);
      if (!used.allowed) {
        const { retryAfterSeconds } = used;
        throw new Refusal("rate", `At most ${requestsPerMinute} requests a minute.`, { retryAfterSeconds });
      }
      const response = await work(request, actor, facts);
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      return response;
    } catch (error) {
      return problemOf(error, facts.requestId, headers);
    }
  };
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > largestBody) throw new Refusal("limit", "A request has at most 1 MB.");
  if (text.trim() === "") return {};
  if (!request.headers.get("content-type")?.toLowerCase().startsWith("application/json"))
    throw new Refusal("invalid", "Send the input as application/json.");
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("invalid", "The body is not JSON.");
  }
}
