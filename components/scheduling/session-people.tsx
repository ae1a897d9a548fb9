import { useTranslations } from "next-intl";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { sessionLook, type ShownState } from "./session-look";
import type { SessionOfPage } from "./session-view";

const placeLook: Readonly<Record<string, ShownState>> = {
  ...{ booked: "booked", waiting: "waiting", cancelled: "cancelled", attended: "done", no_show: "no_show" },
};

/** Who comes, as far as the reader may know, with what each said at booking. An executive of a group reads a number. */
export function SessionPeople({ organisation, session }: { organisation: string; session: SessionOfPage }) {
  const t = useTranslations("calendar.session");
  const states = useTranslations("scheduling.states");
  const { attendees, runs, own, capacity, taken, guest } = session;
  const words = useTranslations("booking-page.guest");
  if (own && capacity === 1 && attendees.every(({ answers }) => answers.length === 0)) return null;
  const others = Math.max(0, taken - (own?.state === "booked" ? 1 : 0));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("who")}</CardTitle>
        {capacity > 1 ? (
          <span className="ms-auto text-sm text-muted-foreground">{t("places", { taken, capacity })}</span>
        ) : null}
      </CardHeader>
      {attendees.length === 0 ? <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("nobody")}</p> : null}
      <Rows>
        {attendees.map(({ id, name, state, answers, programmeId, guest: fromOutside }) => {
          const shown = placeLook[state ?? ""] ?? "booked";
          const look = sessionLook[shown];
          return (
            <Row key={id} className="grid gap-2">
              <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span translate="no" className="min-w-40 flex-1 font-semibold break-words">
                  <bdi>{name}</bdi>
                </span>
                {capacity > 1 ? (
                  <Status icon={look.icon} tone={look.tone}>
                    {states(shown)}
                  </Status>
                ) : null}
                {fromOutside ? <span className="text-sm text-muted-foreground">{words("booked")}</span> : null}
                {programmeId && !own ? (
                  <span className="tap-links text-sm print:hidden">
                    <Link href={`/${organisation}/programmes/${programmeId}`}>{t("programme")}</Link>
                  </span>
                ) : null}
              </div>
              {fromOutside && guest ? (
                <span className="text-sm tap-links">
                  <a translate="no" href={`mailto:${guest.email}`} className="break-all">
                    {guest.email}
                  </a>
                </span>
              ) : null}
              {answers.length > 0 || (fromOutside && guest?.note) ? (
                <dl className="grid gap-2 text-sm">
                  {[
                    ...answers,
                    ...(fromOutside && guest?.note ? [{ label: words("note"), answer: guest.note }] : []),
                  ].map(({ label, answer }) => (
                    <div key={label}>
                      <dt translate="no" className="text-muted-foreground">
                        {label}
                      </dt>
                      <dd translate="no" className="m-0 text-base break-words whitespace-pre-line">
                        {answer}
                      </dd>
                    </div>
                  ))}
                </dl>
              ) : null}
            </Row>
          );
        })}
      </Rows>
      {own && capacity > 1 && !runs ? (
        <p className="border-t border-border px-5 py-3 text-sm text-muted-foreground phone:px-4">
          {t("others", { count: others })}
        </p>
      ) : null}
    </Card>
  );
}
