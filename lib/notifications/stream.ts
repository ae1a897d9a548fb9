import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { acrossIdentity } from "@/db/across";
import { memberships, sessions, users } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { isLive } from "@/lib/identity/session-rules";
import { sessionLimits } from "@/lib/identity/sessions";
import { now as clock } from "@/lib/platform/clock";
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

/** Who the account is, in each organisation that it may enter. */
function personsOf(userId: string) {
  return acrossIdentity((tx) =>
    tx
      .select({
        organisationId: memberships.organisationId,
        personId: memberships.personId,
        slug: organisations.slug,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.userId, userId), isNull(memberships.endedAt))),
  );
}

/** Whether a session still counts, without counting as its use: an open page does not keep anybody signed in. */
async function stillCounts({ id, userId }: { id: string; userId: string }): Promise<boolean> {
  const [row] = await acrossIdentity((tx) =>
    tx
      .select({ session: sessions, disabledAt: users.disabledAt })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.id, id), eq(sessions.userId, userId))),
  );
  return row !== undefined && row.disabledAt === null && isLive(row.session, sessionLimits(), clock());
}
