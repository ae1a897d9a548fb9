import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { add, ask, make, remove, revoke } from "./actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { LateCalendarForm } from "@/components/scheduling/late-calendar-form";
import { CalendarRows } from "@/components/scheduling/calendar-rows";
import { FeedCard } from "@/components/scheduling/feed-card";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { ownCalendars } from "@/lib/scheduling/outside/calendars";
import { ownFeed } from "@/lib/scheduling/outside/feed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scheduling.calendars"))("title") };
}

/** How one's sessions reach the calendar that one uses, and what stands there reaches the times at which one can be booked. */
async function CalendarsPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("scheduling.calendars");
  const { feed, calendars } = await readPage(organisation, async ({ ask: read, actor }) => ({
    feed: await read(ownFeed, {}),
    calendars: may(actor, "availability:write") ? await read(ownCalendars, {}) : null,
  }));
  return (
    <div className="max-w-3xl">
      <PageHead title={t("title")} lede={t("lede")} />
      <div className="grid gap-5">
        <Card>
          <CardHeader>
            <CardTitle>{t("feed.title")}</CardTitle>
          </CardHeader>
          <div className="grid gap-4 px-5 py-4 phone:px-4">
            <p className="text-muted-foreground">{t("feed.text")}</p>
            <FeedCard
              has={feed !== null}
              make={make.bind(null, organisation, {})}
              revoke={revoke.bind(null, organisation, {})}
            >
              {feed ? (
                <p className="text-sm text-muted-foreground">
                  {t("feed.madeAt")} <Moment value={feed.madeAt} /> ·{" "}
                  {feed.lastReadAt ? (
                    <>
                      {t("feed.lastRead")} <Moment value={feed.lastReadAt} />
                    </>
                  ) : (
                    t("feed.notRead")
                  )}
                </p>
              ) : null}
            </FeedCard>
          </div>
        </Card>
        {calendars ? (
          <Card id="busy">
            <CardHeader>
              <CardTitle>{t("busy.title")}</CardTitle>
            </CardHeader>
            <div className="grid gap-4 px-5 py-4 phone:px-4">
              <p className="text-muted-foreground">{t("busy.text")}</p>
              <CalendarRows calendars={calendars} organisation={organisation} ask={ask} remove={remove} />
              <section className="grid gap-3 border-t border-border pt-4">
                <h3 className="text-base">{t("busy.add")}</h3>
                <LateCalendarForm add={add.bind(null, organisation)} />
              </section>
            </div>
          </Card>
        ) : null}
      </div>
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/profile/calendars/page", CalendarsPage);
