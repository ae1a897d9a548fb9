/** What an open page hears: look again in this organisation, or everywhere (`null`). Never what it is about. */
export type LiveListener = (organisation: string | null) => void;

type Said = { kind: "alive" } | { kind: "news"; organisation: string | null };

const name = "landfall.live";
/** The stream says at least every 20 s that it is there. */
const silentAfter = 50_000;
const pollEvery = 30_000;

/**
 * Hears news without a reload. One event stream per browser: the page that holds the lock has it and passes on what it hears;
 * when that page closes, another takes over. Where there is no stream (an old browser, a proxy that cuts it) a page that is
 * looked at asks every 30 s. Returns how to stop.
 */
export function connectLive(listener: LiveListener): () => void {
  const stopped = new AbortController();
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : null;
  let heardAt = 0;
  const take = (said: Said) => {
    heardAt = Date.now();
    if (said.kind === "news") listener(said.organisation);
  };
  const pass = (said: Said) => {
    channel?.postMessage(said);
    take(said);
  };
  channel?.addEventListener("message", (event: MessageEvent<Said>) => take(event.data));
  if (channel && "locks" in navigator)
    navigator.locks.request(name, { signal: stopped.signal }, () => hold(pass, stopped.signal)).catch(() => undefined);

  const isSilent = () => Date.now() - heardAt > silentAfter;
  const look = () => {
    if (document.visibilityState === "visible" && isSilent()) listener(null);
  };
  const timer = window.setInterval(look, pollEvery);
  document.addEventListener("visibilitychange", look);
  return () => {
    stopped.abort();
    channel?.close();
    window.clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

/** Has the stream open until the page stops; the lock is held as long. */
function hold(pass: (said: Said) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stream = new EventSource("/api/notifications/stream");
    let lost = false;
    stream.addEventListener("alive", () => {
      // What came while the line was down was not heard.
      pass(lost ? { kind: "news", organisation: null } : { kind: "alive" });
      lost = false;
    });
    stream.addEventListener("again", () => pass({ kind: "news", organisation: null }));
    stream.addEventListener("news", (event: MessageEvent<string>) =>
      pass({ kind: "news", organisation: (JSON.parse(event.data) as { organisation: string }).organisation }),
    );
    stream.addEventListener("error", () => (lost = true));
    const close = () => {
      stream.close();
      resolve();
    };
    if (signal.aborted) close();
    else signal.addEventListener("abort", close);
  });
}
