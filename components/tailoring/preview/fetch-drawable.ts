import type { ParsedDocument } from "./draw-document";

/** What an address gave: a document that can be drawn, the lines of one that cannot, or why there is nothing to see. */
export type Fetched =
  | { kind: "document"; document: ParsedDocument }
  | { kind: "lines"; lines: readonly string[] }
  | { kind: "failed"; message: string | null };

/** Asked for again after it could not be had, because a network may be back. */
let drawing: Promise<typeof import("./draw-document")> | null = null;
const whatDraws = () =>
  (drawing ??= import("./draw-document").catch((failure: unknown) => {
    drawing = null;
    throw failure;
  }));

/** Fetches and reads what stands at an address; what was begun ahead is gone on with. Throws where the network does. */
export function fetchDrawable(address: string, signal: AbortSignal): Promise<Fetched> {
  const begun = ahead?.address === address ? ahead.fetched : null;
  ahead = null;
  return begun?.catch(() => fetchNow(address, signal)) ?? fetchNow(address, signal);
}

export async function drawFetched(document: ParsedDocument, host: ShadowRoot) {
  return (await whatDraws()).drawDocument(document, host);
}

async function fetchNow(address: string, signal?: AbortSignal): Promise<Fetched> {
  // Both at once: the document is often there before what draws it.
  const [answer, { readDocument }] = await Promise.all([fetch(address, { signal }), whatDraws()]);
  if (!answer.ok) return { kind: "failed", message: await sentenceOf(answer) };
  if (!answer.headers.get("content-type")?.startsWith("application/json"))
    return { kind: "document", document: await readDocument(await answer.arrayBuffer()) };
  const { lines } = (await answer.json()) as { lines: string[] };
  return { kind: "lines", lines };
}

async function sentenceOf(answer: Response): Promise<string | null> {
  const body = (await answer.json().catch(() => null)) as { refusal?: { code: string; message: string } } | null;
  return body?.refusal && body.refusal.code !== "fault" ? body.refusal.message : null;
}

let ahead: { address: string; fetched: Promise<Fetched> } | null = null;

/** Begins to fetch and to read what is about to be shown. */
export function fetchAhead(address: string): void {
  ahead = { address, fetched: fetchNow(address) };
  // Told where it is asked for.
  ahead.fetched.catch(() => undefined);
}

/** A page that asked for its document with its markup has it read as soon as the scripts are there, before it has come to life. */
if (typeof document !== "undefined") {
  const preload = document.querySelector('link[rel="preload"][as="fetch"][href^="/api/tailoring/"]');
  if (preload) fetchAhead(preload.getAttribute("href")!);
}
