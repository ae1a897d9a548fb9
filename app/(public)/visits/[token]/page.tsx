import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cancel, confirm, move } from "./actions";
import { waitBeforeLooking } from "../../book/read-booking";
import { readVisit } from "./read-visit";
import { CancelVisit } from "@/components/booking/cancel-visit";
import { ConfirmVisit } from "@/components/booking/confirm-visit";
import { HostHead, TypeFacts } from "@/components/booking/host-facts";
import { MoveVisit } from "@/components/booking/move-visit";
import { PublicFrame, TooOften } from "@/components/booking/public-frame";
import { VisitTime } from "@/components/booking/visit-time";
import { ActionButton } from "@/components/forms/action-button";
import { withMessages } from "@/components/frame/with-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Status } from "@/components/ui/status";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("booking.visit"))("browserTitle");
  return { title, robots: { index: false, follow: false }, referrer: "no-referrer" };
}

const looks = {
  asked: { icon: "hourglass", tone: "warn" },
  over: { icon: "clock", tone: "warn" },
  booked: { icon: "circle-check", tone: "ok" },
  past: { icon: "check", tone: "neutral" },
  cancelled: { icon: "circle-x", tone: "neutral" },
} as const;

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ move?: string; month?: string }>;
}

/** A guest's own page, behind the link in their mails: confirm, look, move, cancel. */
async function VisitPage({ params, searchParams }: Props) {
  const { token } = await params;
  const wait = await waitBeforeLooking();
  if (wait) return <TooOften says={wait} />;
  const read = await readVisit(token, await searchParams);
  if (!read) notFound();
  const { visit, moving } = read;
  const { state } = visit;
  const t = await getTranslations("booking");
  const here = `/visits/${token}`;
  const look = looks[state];
  const part = "text-base font-semibold";
  return (
    <PublicFrame organisation={visit.organisation}>
      <div className="mx-auto grid max-w-2xl gap-5">
        <HostHead
          name={visit.host}
          headline={visit.headline}
          title={t.rich(`visit.titles.${state}`, {
            title: visit.title,
            name: visit.host,
            person: (words) => <span translate="no">{words}</span>,
          })}
        />
        <Card pad className="grid gap-4">
          <Status icon={look.icon} tone={look.tone}>
            {t(`visit.states.${state}`)}
          </Status>
          <VisitTime
            startsAt={visit.startsAt}
            endsAt={visit.endsAt}
            hostZone={visit.hostZone}
            bookedIn={visit.timeZone}
          />
          <TypeFacts
            minutes={(visit.endsAt.getTime() - visit.startsAt.getTime()) / 60_000}
            placeKind={visit.placeKind}
          />
          {visit.place && !visit.joinAt ? <p translate="no">{visit.place}</p> : null}
          {state === "asked" ? (
            <>
              <p className="text-muted-foreground">{t("visit.askedText", { name: visit.name })}</p>
              <ConfirmVisit words={t("visit.confirm")} bookedIn={visit.timeZone} confirm={confirm.bind(null, token)}>
                <ActionButton variant="quiet" action={cancel.bind(null, token, "")}>
                  {t("visit.giveBack")}
                </ActionButton>
              </ConfirmVisit>
            </>
          ) : null}
          {state === "over" ? (
            <>
              <p className="text-muted-foreground">{t("visit.overText")}</p>
              {visit.startsAt > new Date() ? (
                <ConfirmVisit
                  words={t("visit.bookNow")}
                  bookedIn={visit.timeZone}
                  confirm={confirm.bind(null, token)}
                />
              ) : null}
            </>
          ) : null}
          {state === "booked" ? (
            <>
              <p className="text-muted-foreground">{t("visit.bookedText")}</p>
              {visit.joinAt ? (
                <div>
                  <Button asChild>
                    <a href={visit.joinAt} rel="noreferrer">
                      <Icon name="video" />
                      {t("visit.join")}
                    </a>
                  </Button>
                </div>
              ) : null}
            </>
          ) : null}
          {visit.reason ? (
            <p>
              {t("visit.reasonGiven")} <q translate="no">{visit.reason}</q>
            </p>
          ) : null}
          {(state === "over" || state === "cancelled" || state === "past") && visit.bookingPage ? (
            <div>
              <LinkButton href={visit.bookingPage} icon="calendar-plus">
                {t("visit.another")}
              </LinkButton>
            </div>
          ) : null}
        </Card>
        {state === "booked" ? (
          <>
            <Card pad>
              <h2 className={part}>{t("visit.move")}</h2>
              {moving ? (
                <div className="mt-3">
                  <MoveVisit
                    {...moving}
                    hostZone={visit.hostZone}
                    bookedIn={visit.timeZone}
                    here={here}
                    move={move.bind(null, token)}
                  />
                </div>
              ) : (
                <>
                  <p className="mb-3 text-sm text-muted-foreground">{visit.noMove ?? t("visit.moveText")}</p>
                  {visit.noMove ? null : (
                    <LinkButton href={`${here}?move=`} icon="calendar-clock">
                      {t("visit.chooseOther")}
                    </LinkButton>
                  )}
                </>
              )}
            </Card>
            <Card pad>
              <h2 className={part}>{t("visit.cancelTitle")}</h2>
              <p className="mb-3 text-sm text-muted-foreground">{visit.noCancel ?? t("visit.cancelText")}</p>
              {visit.noCancel ? null : <CancelVisit cancel={cancel.bind(null, token)} />}
            </Card>
          </>
        ) : null}
      </div>
    </PublicFrame>
  );
}

export default withMessages("(public)/visits/[token]/page", VisitPage);
