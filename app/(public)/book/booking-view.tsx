import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ask, hold, release, whyNot } from "./actions";
import { readBooking, waitBeforeLooking, type Place } from "./read-booking";
import { BookingDesk } from "@/components/booking/booking-desk";
import { HostHead, TypeFacts } from "@/components/booking/host-facts";
import { PublicFrame, TooOften } from "@/components/booking/public-frame";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Row, Rows } from "@/components/ui/rows";

export interface BookingViewProps {
  at: Place;
  search: { type?: string; month?: string };
}

/** A secret address is found by nobody, and no page that was open before is told of it. */
export const secretly: Metadata = { robots: { index: false, follow: false }, referrer: "no-referrer" };

/** A consultant's booking page: what can be booked, then when, then by whom. */
export async function BookingView({ at, search }: BookingViewProps) {
  const wait = await waitBeforeLooking();
  if (wait) return <TooOften says={wait} />;
  const read = await readBooking(at, search);
  if (!read) notFound();
  const { found, type } = read;
  const t = await getTranslations("booking");
  const here = `/book/${at.place}${at.name ? `/${at.name}` : ""}`;
  const head = (
    <HostHead
      name={found.name}
      headline={found.headline}
      title={t.rich("title", { name: found.name, person: (name) => <span translate="no">{name}</span> })}
    />
  );
  const welcome = found.welcome ? (
    <p translate="no" className="max-w-prose whitespace-pre-line">
      {found.welcome}
    </p>
  ) : null;
  if (!type)
    return (
      <PublicFrame organisation={found.organisation}>
        <div className="mx-auto grid max-w-2xl gap-6">
          {head}
          {welcome}
          {found.types.length === 0 ? (
            <Notice icon="calendar-x">
              <b>{t("noTypes")}</b>
            </Notice>
          ) : (
            <Card>
              <Rows>
                {found.types.map(({ id, name, description, lengthMinutes, placeKind }) => (
                  <Row key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-4 py-4">
                    <div className="grid gap-1">
                      <Link
                        data-row-link
                        href={`${here}?type=${id}`}
                        className="text-md font-semibold text-foreground no-underline"
                      >
                        <span translate="no">{name}</span>
                      </Link>
                      {description ? (
                        <p translate="no" className="text-muted-foreground">
                          {description}
                        </p>
                      ) : null}
                      <TypeFacts minutes={lengthMinutes} placeKind={placeKind} />
                    </div>
                    <Icon name="chevron-right" className="text-muted-foreground" />
                  </Row>
                ))}
              </Rows>
            </Card>
          )}
        </div>
      </PublicFrame>
    );
  const { month, times, earlier, later } = read;
  const monthHref = (other: string | null) => (other ? `${here}?type=${type.id}&month=${other}` : null);
  return (
    <PublicFrame organisation={found.organisation}>
      <div className="grid gap-6">
        {head}
        <Card className="grid grid-cols-[17rem_minmax(0,1fr)] phone:grid-cols-1">
          <div className="grid content-start gap-3 border-e border-border p-6 phone:border-e-0 phone:border-b phone:p-4">
            <h2 translate="no" className="text-lg font-semibold">
              {type.name}
            </h2>
            <TypeFacts minutes={type.lengthMinutes} placeKind={type.placeKind} />
            {type.description ? (
              <p translate="no" className="text-muted-foreground">
                {type.description}
              </p>
            ) : null}
            {welcome}
            {found.types.length > 1 ? (
              <p className="text-sm tap-links">
                <Link href={here}>{t("otherType")}</Link>
              </p>
            ) : null}
          </div>
          <div className="min-w-0 p-6 phone:p-4">
            <BookingDesk
              key={type.id}
              type={type}
              hostZone={found.timeZone}
              {...{ month, times }}
              earlier={monthHref(earlier)}
              later={monthHref(later)}
              actions={{
                hold: hold.bind(null, at),
                release: release.bind(null, at),
                ask: ask.bind(null, at),
                whyNot: whyNot.bind(null, at),
              }}
            />
          </div>
        </Card>
      </div>
    </PublicFrame>
  );
}
