import type { Asker } from "./desks";
import type { Answer } from "./page-table";

/** What a page says to who asks, by HTTP; see `pageOf`. */
export const answerOf = async (asker: Asker, address: string): Promise<Answer | string> =>
  (await pageOf(asker, address)).answer;

/**
 * What a page says to who asks, by HTTP, with its document. A page that has begun to stream has said 200 already: what became of it stands in
 * the document, as the framework marks it.
 * @returns an answer or what went wrong; "" for the document where there is none
 */
export async function pageOf({ ask }: Asker, address: string): Promise<{ answer: Answer | string; html: string }> {
  const response = await ask(address, { headers: { accept: "text/html" } });
  const { status } = response;
  if (status === 200) {
    const html = await response.text();
    return { answer: saidBy(html), html };
  }
  if (status >= 300 && status < 400) return { answer: led(response.headers.get("location") ?? ""), html: "" };
  return { answer: status === 404 ? "not there" : `status ${status}`, html: "" };
}

function saidBy(html: string): Answer | string {
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
