import "server-only";
import { personsOf, stillCounts } from "@/lib/identity/open-page";
import { subscribe } from "@/lib/platform/live";

/** How often a stream says that it is there, so that proxies keep it open and pages know. */
const aliveEvery = 20_000;
/** How often a stream asks whether its session still counts. */
const checkedEvery = 60_000;
/** After this a stream ends and the browser opens another: organisations that were joined since come in. */
const endsAfter = 10 * 60_000;

/**
 * The event stream of one signed-in browser, for all organisations of the account (server-sent events). `news` says in which
 * organisation to look again, `again` that news may have been missed, `alive` nothing. It says no content, and ends with the
 * session.
 */
export function newsStream(session: { id: string; userId: string }, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  return new ReadableStream({
    async start(controller) {
      const timers: NodeJS.Timeout[] = [];
      let stop: (() => void) | null = null;
      let ended = false;
      end = () => {
        if (ended) return;
        ended = true;
        timers.forEach(clearInterval);
        stop?.();
        try {
          controller.close();
        } catch {
          // The browser went first.
        }
      };
      const say = (event: string, data: Record<string, string> = {}) => {
        if (!ended) controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      };
      signal.addEventListener("abort", end);
      const persons = await personsOf(session.userId);
      const slugs = new Map(persons.map(({ organisationId, slug }) => [organisationId, slug]));
      const unsubscribe = await subscribe(persons, (news) => {
        if (!news) return say("again");
        const organisation = slugs.get(news.organisationId);
        if (organisation) say("news", { organisation, topic: news.topic });
      });
      if (ended) return unsubscribe();
      stop = unsubscribe;
      controller.enqueue(encoder.encode("retry: 3000\n\n"));
      say("alive");
      timers.push(
        setInterval(() => say("alive"), aliveEvery),
        setInterval(() => void stillCounts(session).then((counts) => counts || end(), end), checkedEvery),
        setInterval(end, endsAfter),
      );
    },
    cancel: () => end(),
  });
}
