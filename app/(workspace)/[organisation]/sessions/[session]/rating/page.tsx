import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { rate } from "./actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { RatingForm } from "@/components/scheduling/rating-form";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { ratingOf } from "@/lib/scheduling/outside/rating";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scheduling.rating"))("title") };
}

/** Two taps: a number, and Send. */
async function RatingPage({ params }: WorkspaceProps<{ session: string }>) {
  const { organisation, session: id } = await params;
  const t = await getTranslations("scheduling.rating");
  const { session, timeZone } = await readPage(organisation, async ({ ask, actor }) => ({
    session: await ask(ratingOf, { id }),
    timeZone: actor.timeZone,
  }));
  const { title, startsAt, programmeId, given, open } = session;
  const names = session.hosts.join(", ");
  return (
    <div className="max-w-2xl">
      <PageHead
        title={t("title")}
        lede={
          <>
            <span translate="no">{names ? t("lede", { title, names }) : t("ledeAlone", { title })}</span> ·{" "}
            <Moment value={startsAt} show="time" timeZone={timeZone} />
          </>
        }
      />
      {given ? (
        <Notice icon="circle-check" tone="ok">
          <b>{t("given", { rating: given })}</b> {t("givenText")}
        </Notice>
      ) : open ? (
        <Card pad>
          <RatingForm id={id} names={names} rate={rate.bind(null, organisation)} />
        </Card>
      ) : (
        <Notice icon="circle-help">
          <b>{t("closed")}</b> {t("closedText")}
        </Notice>
      )}
      {programmeId ? (
        <p className="mt-4">
          <LinkButton variant="quiet" href={`/${organisation}/programmes/${programmeId}/sessions/${id}`}>
            {t("back")}
          </LinkButton>
        </p>
      ) : null}
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/sessions/[session]/rating/page", RatingPage);
