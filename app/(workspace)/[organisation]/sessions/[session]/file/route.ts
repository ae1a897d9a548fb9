import { getTranslations } from "next-intl/server";
import { savedFile } from "@/lib/entry/file-headers";
import { personRoute } from "@/lib/entry/person-route";
import { contentTypeOf, writeFeed } from "@/lib/icalendar/write-calendar";
import { now } from "@/lib/platform/clock";
import { ask } from "@/lib/platform/execute";
import { eventOf } from "@/lib/scheduling/outside/session-event";
import { sessionPage } from "@/lib/scheduling/session-page-query";

/** A session as a file that any calendar takes in, without who takes part. */
export const GET = personRoute<{ organisation: string; session: string }>(async ({ params, actor, facts }) => {
  const session = await ask(sessionPage, actor, { id: params.session }, facts);
  const t = await getTranslations("scheduling");
  const event = eventOf(session, {
    ...{ summary: session.title, where: t(`book.places.${session.placeKind as "video"}`), stamp: now() },
    ...{ timeZone: actor.timeZone, href: `/${params.organisation}/sessions/${session.id}` },
  });
  return new Response(writeFeed({ name: session.title, refreshMinutes: 60, events: [event] }), {
    headers: savedFile(`${session.title}.ics`, contentTypeOf("PUBLISH")),
  });
});
