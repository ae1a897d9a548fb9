import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordColumns } from "@/components/frame/record-columns";
import { SessionRows } from "@/components/scheduling/session-rows";
import { Empty } from "@/components/states/empty";
import { Card, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Fact, Facts } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { bookableTypes, programmeSessions } from "@/lib/scheduling/queries";
import { programmeOfPage } from "../programme-of-page";

/** The sessions of a programme: what comes, what was, and how many of each kind are left. */
export default async function SessionsPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("scheduling");
  const { sees, timeZone } = await programmeOfPage(organisation, id);
  if (!sees.sessions) notFound();
  const { sessions, types, now } = await readPage(organisation, async ({ ask, now: at }) => ({
    sessions: await ask(programmeSessions, { programmeId: id }),
    types: await ask(bookableTypes, { programmeId: id }),
    now: at,
  }));
  const here = `/${organisation}/programmes/${id}/sessions`;
  const isAhead = ({ endsAt, state }: (typeof sessions)[number]) =>
    endsAt > now && (state === "booked" || state === "waiting");
  const upcoming = sessions.filter(isAhead);
  const past = sessions.filter((session) => !isAhead(session)).toReversed();
  const book = sees.books ? (
    <LinkButton variant="primary" href={`${here}/book`} icon="calendar-plus" data-own-action>
      {t("list.book")}
    </LinkButton>
  ) : null;
  return (
    <RecordColumns
      facts={
        <Card pad>
          <h3 className="mb-2 text-base font-semibold">{t("list.kinds")}</h3>
          <Facts>
            {types.map(({ id: typeId, name, entitlement: { used, sessions: all } }) => (
              <Fact key={typeId} label={name}>
                {t("list.used", { used, sessions: all })}
              </Fact>
            ))}
          </Facts>
        </Card>
      }
    >
      <Card>
        <CardHeader>
          <CardTitle>{t("list.upcoming")}</CardTitle>
          {upcoming.length > 0 && book ? <span className="ms-auto">{book}</span> : null}
        </CardHeader>
        {upcoming.length > 0 ? (
          <SessionRows sessions={upcoming} here={here} timeZone={timeZone} />
        ) : (
          <Empty icon="calendar-days" title={t("list.none.title")} action={book ?? undefined}>
            {book ? t("list.none.text") : t("list.noneYet")}
          </Empty>
        )}
        <CardFooter>{t("list.zone", { zone: timeZone.replaceAll("_", " ") })}</CardFooter>
      </Card>
      {past.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("list.past")}</CardTitle>
          </CardHeader>
          <SessionRows sessions={past} here={here} timeZone={timeZone} />
        </Card>
      ) : null}
    </RecordColumns>
  );
}
