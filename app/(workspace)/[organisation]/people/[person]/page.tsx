import { getLocale, getTranslations } from "next-intl/server";
import { CommentsBeside, FieldsBeside } from "../../beside-record";
import { undoAction } from "../../undo-action";
import { remove, reactivate, resend, revoke } from "../actions";
import { FactsCard } from "@/components/frame/facts-card";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { withMessages } from "@/components/frame/with-messages";
import { PersonActions } from "@/components/people/person-actions";
import { lookOf } from "@/components/people/status-look";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Fact, Facts, Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { onePerson } from "@/lib/people/queries/person";
import { allRoles } from "@/lib/people/queries/roles";
import { may } from "@/lib/platform/actor";
import { besideRecord } from "@/lib/records/queries/beside";

type Props = WorkspaceProps<{ person: string }>;

/** A person of the organisation: who they are, what they may do, where they belong. */
async function PersonPage({ params }: Props) {
  const { organisation, person: personId } = await params;
  const t = await getTranslations("people");
  const record = { entity: "person", entityId: personId };
  const page = await readPage(organisation, async ({ ask, actor, ...context }) => ({
    person: await ask(onePerson, { personId }),
    beside: await besideRecord({ ...context, ask, actor }, record),
    roles: may(actor, "roles:read") ? await ask(allRoles, {}) : [],
    mayInvite: may(actor, "people:invite"),
    mayWrite: may(actor, "people:write"),
    me: actor.personId,
    timeZone: actor.timeZone,
  }));
  const { person, roles, beside, mayInvite, mayWrite, me, timeZone } = page;
  const here = `/${organisation}/people/${person.id}`;
  const names = new Intl.DisplayNames([await getLocale()], { type: "language" });
  const languageName = (code: string) => names.of(code) ?? code;
  const holds = person.status === "active" || person.status === "invited";
  return (
    <>
      <RecordHeader
        crumbs={[{ label: t("list.title"), href: `/${organisation}/people` }, { label: person.name }]}
        name={person.name}
        lede={[person.headline, person.pronouns, person.location].filter(Boolean).join(" · ") || undefined}
        avatar
        photo={person.photoFileId ? `/api/files/${organisation}/${person.photoFileId}` : null}
        state={
          <Badge icon={lookOf(person.status).icon} tone={lookOf(person.status).tone}>
            {t(`statuses.${person.status}`)}
          </Badge>
        }
        actions={
          <PersonActions
            organisation={organisation}
            person={{
              id: person.id,
              version: person.version,
              status: person.status,
              name: person.name,
              me: person.id === me,
              canSignIn: person.canSignIn,
            }}
            here={here}
            mayInvite={mayInvite}
            mayWrite={mayWrite}
            actions={{ remove, reactivate, resend, revoke, undo: undoAction as never }}
          />
        }
      />
      <RecordColumns
        facts={
          <>
            <FactsCard title={t("record.contact")}>
              <Fact label={t("fields.email")}>
                {person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : t("record.none")}
              </Fact>
              <Fact label={t("fields.phone")}>
                {person.phone ? <a href={`tel:${person.phone}`}>{person.phone}</a> : t("record.none")}
              </Fact>
              <Fact label={t("fields.timeZone")}>{person.timeZone ?? t("record.asOrganisation")}</Fact>
              <Fact label={t("record.since")}>
                <Moment value={person.createdAt} show="day" timeZone={timeZone} />
              </Fact>
            </FactsCard>
            <FieldsBeside organisation={organisation} record={record} beside={beside} />
          </>
        }
      >
        {person.status === "invited" && mayInvite ? (
          <Notice icon="mail" tone={person.invitedUntil ? "neutral" : "warn"}>
            {person.invitedUntil
              ? t.rich("record.invitedUntil", {
                  day: () => <Moment value={person.invitedUntil!} show="day" timeZone={timeZone} />,
                })
              : t("record.invitationOver")}
          </Notice>
        ) : null}
        {person.status === "deactivated" ? <Notice icon="circle-x">{t("record.deactivated")}</Notice> : null}
        <Card>
          <CardHeader>
            <CardTitle>{t("record.roles")}</CardTitle>
            {mayWrite && holds ? (
              <Link href={`${here}/access`} className="ms-auto text-sm">
                {t("record.changeRoles")}
              </Link>
            ) : null}
          </CardHeader>
          {person.roles.length > 0 ? (
            <Rows>
              {person.roles.map((role) => (
                <Row key={role.id}>
                  <b>{role.name}</b>
                  <span className="block text-sm text-muted-foreground">
                    {roles.find(({ id }) => id === role.id)?.description}
                  </span>
                </Row>
              ))}
            </Rows>
          ) : (
            <p className="px-5 py-4 text-muted-foreground">{t("record.noRoles")}</p>
          )}
        </Card>
        {person.accompanies ? (
          <Card>
            <CardHeader>
              <CardTitle>{t("work.title")}</CardTitle>
              {mayWrite ? (
                <Link href={`${here}/edit`} className="ms-auto text-sm">
                  {t("record.changeRoles")}
                </Link>
              ) : null}
            </CardHeader>
            <Facts className="px-5 pt-4 pb-3">
              <Fact label={t("work.languages")}>
                {person.languages.map((code) => languageName(code)).join(", ") || t("record.none")}
              </Fact>
              <Fact label={t("work.industries")}>{person.industries.join(", ") || t("record.none")}</Fact>
              <Fact label={t("fields.location")}>{person.location || t("record.none")}</Fact>
              <Fact label={t("work.caseload")}>{person.caseload}</Fact>
            </Facts>
            <p className="px-5 pb-4 text-sm text-muted-foreground">{t("work.lede")}</p>
          </Card>
        ) : null}
        <Card>
          <CardHeader>
            <CardTitle>{t("record.teams")}</CardTitle>
          </CardHeader>
          {person.teams.length > 0 ? (
            <Rows>
              {person.teams.map((team) => (
                <Row key={team.id} className="flex items-center gap-2">
                  <Icon name="network" className="text-muted-foreground" />
                  <bdi>{team.name}</bdi>
                  {team.lead ? <span className="text-sm text-muted-foreground">{t("record.lead")}</span> : null}
                </Row>
              ))}
            </Rows>
          ) : (
            <p className="px-5 py-4 text-muted-foreground">{t("record.noTeams")}</p>
          )}
        </Card>
        <CommentsBeside
          organisation={organisation}
          record={record}
          beside={beside}
          about={person.name}
          timeZone={timeZone}
        />
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/people/[person]/page", PersonPage);
