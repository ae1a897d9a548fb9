import type { Asker } from "./desks";
import type { Answer } from "./page-table";

/**
 * What a page says to who asks, by HTTP. A page that has begun to stream has said 200 already: what became of it stands in
 * the document, as the framework marks it.
 * @returns an answer, or what went wrong
 */
export async function answerOf({ ask }: Asker, address: string): Promise<Answer | string> {
  const response = await ask(address, { headers: { accept: "text/html" } });
  const { status } = response;
  if (status >= 300 && status < 400) return led(response.headers.get("location") ?? "");
  if (status === 404) return "not there";
  if (status !== 200) return `status ${status}`;
  const html = await response.text();
  // Beside a part that failed before it was sent, or in the script that replaces what was shown in its place.
  const digests = [...html.matchAll(/(?:data-dgst="|\$RX\("[^"]*",")([^"]*)"/g)].map(([, digest]) => digest ?? "");
  if (digests.some((digest) => digest.endsWith("HTTP_ERROR_FALLBACK;404"))) return "not there";
  const refresh = /<meta[^>]+id="__next-page-redirect"[^>]+url=([^"]*)"/.exec(html);
  if (refresh) return led(refresh[1] ?? "");
  const redirect = digests.find((digest) => digest.startsWith("NEXT_REDIRECT"));
  if (redirect) return led(redirect.split(";")[2] ?? "");
  const fault = digests.find((digest) => /^\d/.test(digest));
  return fault ? `a fault while it streamed (${fault})` : "renders";
}

const led = (location: string): Answer =>
  new URL(location, "http://localhost").pathname === "/sign-in" ? "sign in" : "elsewhere";
