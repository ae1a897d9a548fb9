import type { BrowserContextOptions } from "@playwright/test";
import { builtInRoles } from "@/lib/people/built-in-roles";
import { demoAccounts, demoOperator, demoPassword } from "@/db/seed/accounts";

/** A role of the demo firm by its key, the operator of the installation, or somebody who has not signed in. */
export type Desk = string;

/** Every desk of the demo: each role, the operator, and a visitor. */
export const desks: readonly Desk[] = [
  ...new Set(demoAccounts.flatMap(({ roleKeys }) => roleKeys)),
  "operator",
  "visitor",
];

/**
 * Desks that together hold every set of permissions there is: of those who may do the same, one, another each turn.
 * @param turn 0, 1, 2 …
 */
export function desksOfTurn(turn: number): Desk[] {
  const alike = new Map<string, Desk[]>();
  for (const desk of desks) {
    const grants = builtInRoles.find(({ key }) => key === desk)?.grants;
    const what = grants ? JSON.stringify(Object.entries(grants).sort()) : desk;
    alike.set(what, [...(alike.get(what) ?? []), desk]);
  }
  return [...alike.values()].map((group) => group[turn % group.length]!);
}

/** Asks an installation by HTTP as one person, without a browser: redirects are told, not followed. */
export type Asker = {
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** What a browser needs to go on as this person. */
  storageState: Exclude<BrowserContextOptions["storageState"], string | undefined>;
};

/** Whoever sits at a desk of the demo. */
export function at(desk: Desk, url: string): Promise<Asker> {
  if (desk === "visitor") return Promise.resolve(askerWith(url, new Map()));
  const account = desk === "operator" ? demoOperator : demoAccounts.find(({ roleKeys }) => roleKeys.includes(desk));
  return signedIn(account?.email ?? "", demoPassword, url);
}

/** Somebody who signed in with e-mail and password. */
export async function signedIn(email: string, password: string, url: string): Promise<Asker> {
  const cookies = new Map<string, string>();
  const { ask } = askerWith(url, cookies);
  const first = await ask("/api/auth/csrf");
  keep(cookies, first);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, email, password });
  const entered = await ask("/api/auth/callback/password", { method: "POST", body });
  keep(cookies, entered);
  if (![...cookies.keys()].some((name) => name.endsWith("authjs.session-token")))
    throw new Error(`${email} was not signed in: ${entered.status} ${entered.headers.get("location") ?? ""}`);
  return askerWith(url, cookies);
}

function askerWith(url: string, cookies: Map<string, string>): Asker {
  const jar = [...cookies].map(([name, value]) => ({
    ...{ name, value, domain: new URL(url).hostname, path: "/", expires: -1 },
    ...{ httpOnly: true, secure: false, sameSite: "Lax" as const },
  }));
  return {
    ask: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
      // As a page of the application would ask; and nothing to unpack.
      headers.set("sec-fetch-site", "same-origin");
      headers.set("accept-encoding", "identity");
      return fetch(`${url}${path}`, { ...init, headers, redirect: "manual" });
    },
    storageState: { cookies: jar, origins: [] },
  };
}

function keep(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const place = pair.indexOf("=");
    cookies.set(pair.slice(0, place), pair.slice(place + 1));
  }
}
