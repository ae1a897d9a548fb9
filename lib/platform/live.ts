import "server-only";
import { sql } from "drizzle-orm";
import type { Client } from "pg";
import { listenConnection, type Transaction } from "@/db/client";
import { logger } from "@/lib/platform/log";

/*
 * News that reach the browser by themselves. A change publishes with its transaction (NOTIFY is delivered at commit, and not
 * at all after a rollback); each server process listens on one connection of its own and tells its open streams. A piece of
 * news says only whom it concerns and what to look at again, never what: who gets it asks for the content as anybody would.
 */

const channel = "landfall_news";

/** Whom something concerns, and what to look at again. */
export interface News {
  organisationId: string;
  personId: string;
  topic: NewsTopic;
}

export type NewsTopic = "notifications";

/** `null` says that news may have been missed: look at everything again. */
export type NewsListener = (news: News | null) => void;

interface Live {
  listeners: Map<string, Set<NewsListener>>;
  client: Client | null;
  connecting: Promise<void> | null;
  retry: NodeJS.Timeout | null;
  failures: number;
  closed: boolean;
}

declare global {
  // One per process, whichever bundle asks.
  var landfallLive: Live | undefined;
}

const live = (): Live =>
  (globalThis.landfallLive ??= {
    listeners: new Map(),
    client: null,
    connecting: null,
    retry: null,
    failures: 0,
    closed: false,
  });

/** Tells the person's open pages, once and only if the transaction commits. */
export async function publish(tx: Transaction, news: News): Promise<void> {
  await tx.execute(
    sql`select pg_notify(${channel}, ${JSON.stringify([news.organisationId, news.personId, news.topic])})`,
  );
}

/**
 * Hears the news for some persons of organisations until the returned function is called. Ready when the promise resolves;
 * while the database is away it goes on trying, and says `null` when it is back.
 */
export async function subscribe(
  persons: ReadonlyArray<{ organisationId: string; personId: string }>,
  listener: NewsListener,
): Promise<() => void> {
  const state = live();
  state.closed = false;
  const keys = persons.map(({ organisationId, personId }) => `${organisationId}/${personId}`);
  for (const key of keys) {
    const known = state.listeners.get(key) ?? new Set();
    known.add(listener);
    state.listeners.set(key, known);
  }
  await connect(state);
  return () => {
    for (const key of keys) {
      const known = state.listeners.get(key);
      known?.delete(listener);
      if (known?.size === 0) state.listeners.delete(key);
    }
  };
}

/** Ends the listening connection; at the end of a process or a test. */
export async function closeLive(): Promise<void> {
  const state = live();
  state.closed = true;
  if (state.retry) clearTimeout(state.retry);
  await state.connecting?.catch(() => undefined);
  const { client } = state;
  globalThis.landfallLive = undefined;
  await client?.end().catch(() => undefined);
}

function connect(state: Live): Promise<void> {
  if (state.client || state.retry) return Promise.resolve();
  state.connecting ??= open(state).finally(() => (state.connecting = null));
  return state.connecting;
}

async function open(state: Live): Promise<void> {
  try {
    const client = await listenConnection();
    client.on("notification", ({ payload }) => tell(state, payload));
    client.on("end", () => lost(state, client));
    client.on("error", () => lost(state, client));
    await client.query(`listen ${channel}`);
    state.client = client;
    state.failures = 0;
  } catch (error) {
    logger.warn({ code: "live.unreachable", message: error instanceof Error ? error.message : String(error) });
    again(state);
  }
}

function lost(state: Live, client: Client): void {
  if (state.client !== client) return;
  state.client = null;
  client.end().catch(() => undefined);
  again(state);
}

function again(state: Live): void {
  if (state.closed || state.retry) return;
  const wait = Math.min(30_000, 500 * 2 ** state.failures);
  state.failures += 1;
  state.retry = setTimeout(() => {
    state.retry = null;
    connect(state)
      .then(() => state.client && everybody(state))
      .catch(() => undefined);
  }, wait);
  state.retry.unref();
}

function tell(state: Live, payload: string | undefined): void {
  const news = readNews(payload);
  if (!news) return;
  for (const listener of state.listeners.get(`${news.organisationId}/${news.personId}`) ?? []) listener(news);
}

function everybody(state: Live): void {
  for (const listener of new Set([...state.listeners.values()].flatMap((known) => [...known]))) listener(null);
}

function readNews(payload: string | undefined): News | null {
  try {
    const [organisationId, personId, topic] = JSON.parse(payload ?? "") as string[];
    return organisationId && personId && topic === "notifications" ? { organisationId, personId, topic } : null;
  } catch {
    return null;
  }
}
