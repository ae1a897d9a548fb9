import { Refusal } from "@/lib/platform/refusal";

/**
 * Refuses a request that a page of another site made with this person's cookie. For every handler that takes a cookie and is
 * not a GET. Browsers say where a request comes from (`Sec-Fetch-Site`); those that do not, say their origin.
 */
export function assertSameOrigin(request: { headers: Headers; url: string }): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site !== null ? site === "same-origin" : origin !== null && hostOf(origin) === ownHost(request)) return;
  throw new Refusal("forbidden", "This request did not come from a page of Landfall.");
}

/** The host under which the browser knows us; a proxy in front passes it on. */
const ownHost = (request: { headers: Headers; url: string }): string =>
  request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
