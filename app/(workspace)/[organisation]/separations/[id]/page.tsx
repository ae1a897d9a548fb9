import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { assign, assignAll, inviteAll } from "../actions";
import { KeyFigures } from "@/components/charts/key-figures";
import { FactsCard } from "@/components/frame/facts-card";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { withMessages } from "@/components/frame/with-messages";
import { stateLook } from "@/components/programmes/state-look";
import { Link } from "@/components/ui/link";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { DoButton } from "@/components/forms/do-button";
import { InviteAll } from "@/components/sponsors/invite-all";
import { SuggestionLine } from "@/components/sponsors/suggestion-line";
import { Empty } from "@/components/states/empty";
import { Badge } from "@/components/ui/badge";
import { Card, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Fact, Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import type { ProgrammeState } from "@/lib/programmes/lifecycle";
import { separationProgrammes, suggestedConsultants } from "@/lib/programmes/queries/separation";
import { civilDate } from "@/lib/platform/civil-dates";
import { oneSeparation } from "@/lib/sponsors/queries/separation";

/** One separation event: who is still to be invited, with whom as consultant, and how those stand who were. */
async function SeparationPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("separations");
  const states = await getTranslations("programmes.states");
  const format = await getFormatter();
  const { event, programmes, suggestions, writes, invites, imports, today } = await readPage(
    organisation,
    async ({ ask, actor, ...context }) => ({
      today: civilDate(context.now, context.organisation.timeZone),
      event: await ask(oneSeparation, { id }),
      programmes: await ask(separationProgrammes, { id }),
      suggestions: await ask(suggestedConsultants, { id }),
      writes: may(actor, "separations:write"),
      invites: may(actor, "programmes:invite"),
      imports: may(actor, "imports:run"),
    }),
  );
  const here = `/${organisation}/separations/${id}`;
  const { waiting, engagement } = event;
  const ready = waiting.filter(({ consultantId }) => consultantId).length;
  // Who would learn of it from our mail.
  const later = waiting
    .filter(({ consultantId }) => consultantId)
    .map(({ noticeOn }) => noticeOn ?? event.handOverOn)
    .filter((day) => day > today)
    .sort();
  const languages = new Intl.DisplayNames([await getLocale()], { type: "language" });
  const invited = programmes.states.reduce((sum, one) => sum + one.programmes, 0);
  const landed = programmes.states.find(({ state }) => state === "landed")?.programmes ?? 0;
  const hidden = invited - programmes.seen.length;
  const importFile = (
    <Link href={`/${organisation}/imports/new?target=separation&within=${id}`}>{t("list.importFile")}</Link>
  );
  return (
    <>
      <RecordHeader
        crumbs={[{ label: t("title"), href: `/${organisation}/separations` }, { label: event.name }]}
        name={event.name}
        lede={[event.sponsorName, civilDay(format, event.handOverOn), event.place].filter(Boolean).join(" · ")}
        actions={
          <>
            {writes ? (
              <LinkButton href={`${here}/edit`} icon="pencil">
                {t("edit")}
              </LinkButton>
            ) : null}
            {invites && ready > 0 ? (
              <InviteAll
                organisation={organisation}
                event={{ id, name: event.name }}
                count={ready}
                reference={engagement.reference}
                early={later.length > 0 ? { count: later.length, lastOn: civilDay(format, later.at(-1)!) } : null}
                invite={inviteAll}
              />
            ) : null}
          </>
        }
      />
      <RecordColumns
        facts={
          <FactsCard title={t("facts")}>
            <Fact label={t("sponsor")}>
              <Link href={`/${organisation}/sponsors/${event.sponsorId}`}>{event.sponsorName}</Link>
            </Fact>
            <Fact label={t("engagement")}>
              <Link href={`/${organisation}/engagements/${engagement.id}`}>{engagement.reference}</Link>
            </Fact>
            <Fact label={t("handOverOn")}>{civilDay(format, event.handOverOn)}</Fact>
            <Fact label={t("place")}>{event.place || t("unknown")}</Fact>
            <Fact label={t("onSite")}>
              {event.onSite
                ? [event.onSiteName ?? t("nobodyYet"), event.onSiteHours].filter(Boolean).join(", ")
                : t("notOnSite")}
            </Fact>
          </FactsCard>
        }
      >
        <KeyFigures
          figures={[
            { label: t("figures.people"), value: format.number(waiting.length + invited), of: t("figures.peopleOf") },
            {
              label: t("figures.waiting"),
              value: format.number(waiting.length),
              of: t("figures.waitingOf", { ready, waiting: waiting.length }),
            },
            { label: t("figures.landed"), value: format.number(landed), of: t("figures.landedOf", { invited }) },
            {
              label: t("figures.left"),
              value: format.number(engagement.seats.left),
              of: t("figures.leftOf", { reference: engagement.reference }),
            },
          ]}
        />
        {waiting.length > 0 || invited === 0 ? (
          <Card>
            <CardHeader className="flex-wrap">
              <CardTitle>{t("list.title")}</CardTitle>
              {writes ? (
                <span className="ms-auto flex flex-wrap items-center gap-2 phone:ms-0">
                  {Object.keys(suggestions).length > 0 ? (
                    <DoButton
                      organisation={organisation}
                      act={assignAll}
                      input={{ separationEventId: id }}
                      done={t("list.assignedAll")}
                      size="small"
                    >
                      {t("list.assignAll")}
                    </DoButton>
                  ) : null}
                  <LinkButton size="small" href={`${here}/people/new`} icon="plus">
                    {t("list.add")}
                  </LinkButton>
                </span>
              ) : null}
            </CardHeader>
            {waiting.length === 0 ? (
              <Empty icon="users" title={t("list.empty")} other={imports ? importFile : undefined}>
                {t("list.emptyText")}
              </Empty>
            ) : (
              <Rows>
                {waiting.map((person) => {
                  const suggestion = suggestions[person.id];
                  return (
                    <Row key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
                      <span className="min-w-0 flex-1 basis-64">
                        <Link href={`${here}/people/${person.id}`} className="font-semibold">
                          <bdi>{person.name}</bdi>
                        </Link>
                        <span className="block text-sm text-muted-foreground">
                          {[person.lastRole, person.email].filter(Boolean).join(" · ")}
                        </span>
                        {suggestion ? (
                          <SuggestionLine
                            suggestion={suggestion}
                            language={person.language ? (languages.of(person.language) ?? person.language) : ""}
                          />
                        ) : null}
                      </span>
                      {person.consultantName ? (
                        <span className="text-sm">{t("list.with", { name: person.consultantName })}</span>
                      ) : suggestion && writes ? (
                        <DoButton
                          organisation={organisation}
                          act={assign}
                          input={{ id: person.id, consultantId: suggestion.consultant.id }}
                          done={t("list.assigned", { name: suggestion.consultant.name })}
                          size="small"
                          label={t("list.takeFor", { consultant: suggestion.consultant.name, name: person.name })}
                        >
                          {t("list.take", { name: suggestion.consultant.name })}
                        </DoButton>
                      ) : (
                        <span className="text-sm text-muted-foreground">{t("nobodyYet")}</span>
                      )}
                    </Row>
                  );
                })}
              </Rows>
            )}
            {waiting.length > 0 && imports ? <CardFooter>{importFile}</CardFooter> : null}
          </Card>
        ) : null}
        {invited > 0 ? (
          <Card>
            <CardHeader>
              <CardTitle>{t("programmes")}</CardTitle>
              <Link href={`/${organisation}/programmes?f.separation=${id}`} className="ms-auto text-sm">
                {t("showProgrammes")}
              </Link>
            </CardHeader>
            <Rows>
              {programmes.seen.map((programme) => (
                <Row key={programme.id} className="flex items-center gap-4">
                  <span className="min-w-0 flex-1">
                    <Link data-row-link href={`/${organisation}/programmes/${programme.id}`} className="font-semibold">
                      <bdi>{programme.name}</bdi>
                    </Link>
                    <span className="block text-sm text-muted-foreground">
                      {[programme.lastRole, t("list.with", { name: programme.consultantName })]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </span>
                  <Badge {...stateLook[programme.state as ProgrammeState]}>{states(programme.state)}</Badge>
                </Row>
              ))}
            </Rows>
            {hidden > 0 ? <CardFooter>{t("others", { count: hidden })}</CardFooter> : null}
          </Card>
        ) : null}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/separations/[id]/page", SeparationPage);
