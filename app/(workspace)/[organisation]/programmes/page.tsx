import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listTable } from "../list-table";
import { runningSearch } from "./neighbours";
import { withMessages } from "@/components/frame/with-messages";
import { RememberList } from "@/components/neighbours/remember-list";
import { askedAddress, viewSearch } from "@/components/data-table/url-state";
import { DataTable } from "@/components/data-table/data-table";
import { DetailLayout } from "@/components/frame/detail-layout";
import { PageHead } from "@/components/frame/page-head";
import { ProgrammePanel } from "@/components/programmes/programme-panel";
import { attentionLook, stateLook } from "@/components/programmes/state-look";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { attentionOf, type Attention } from "@/lib/programmes/attention";
import { allPackages } from "@/lib/packages/queries";
import type { CellValue } from "@/lib/platform/list-types";
import { readList } from "@/lib/platform/list";
import { may, reachesOthers, scopesOf, type PersonActor } from "@/lib/platform/actor";
import { quietAfterDaysOf } from "@/lib/platform/quiet-after-days";
import type { Scope } from "@/lib/platform/permissions";
import { daysSince } from "@/lib/platform/civil-dates";
import { isRunning, programmeStates, type ProgrammeState } from "@/lib/programmes/lifecycle";
import { caseload } from "@/lib/programmes/lists";
import { consultants } from "@/lib/programmes/queries/consultants";
import { visibleTeams } from "@/lib/programmes/queries/teams";
import { oneProgramme } from "@/lib/programmes/queries/record";
import { listName } from "./list-name";

/** Who opens the list without asking for anything sees who is still on the way. */
const running = { id: "all", search: runningSearch };

export async function generateMetadata({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("programmes.navigation");
  return { title: t(await readPage(organisation, async ({ actor }) => listName(actor))) };
}

/** The caseload: every programme that the person looks after, and one of them open beside it. */
async function CaseloadPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("programmes.caseload");
  const names = await getTranslations("programmes.navigation");
  const states = await getTranslations("programmes.states");
  const attention = await getTranslations("programmes.attention");
  const opened = typeof search.open === "string" ? search.open : null;
  const { screen, nobody, colleagues, sold, teams, invites, name, open, at, timeZone, quietAfterDays } = await readPage(
    organisation,
    async (context) => {
      // An executive has a programme, not a caseload.
      if (!reachesOthers(context.actor, caseload.permission)) notFound();
      const shown = await readListScreen(context, caseload, search, { usual: running });
      return {
        screen: shown,
        // Not that nobody matches what it opens with: there is nobody at all.
        nobody: shown.page.rows.length === 0 && (await readList(context, caseload, { limit: 1 })).rows.length === 0,
        // Who sees one caseload only has no use for choosing among consultants.
        colleagues:
          widely(context.actor) && may(context.actor, "programmes:handover") ? await context.ask(consultants, {}) : [],
        sold: may(context.actor, "packages:read") ? await context.ask(allPackages, {}) : [],
        teams: may(context.actor, "teams:read") ? await context.ask(visibleTeams, {}) : [],
        invites: may(context.actor, "programmes:invite"),
        name: listName(context.actor),
        at: context.now,
        timeZone: context.organisation.timeZone,
        quietAfterDays: quietAfterDaysOf(context.organisation),
        open: opened ? await context.ask(oneProgramme, { id: opened }).catch(() => null) : null,
      };
    },
  );
  const here = `/${organisation}/programmes`;
  const view = (key: string, query: string) => ({ id: key, name: t(`views.${key}`), search: query });
  const options = {
    consultant: colleagues.map(({ id, name }) => ({ value: id, label: name })),
    package: sold.map(({ id, name }) => ({ value: id, label: name })),
    team: teams.map(({ id, name }) => ({ value: id, label: name })),
  };
  const table = await listTable({
    ...{ organisation, definition: caseload, screen, words: t, options },
    views: [
      view("all", running.search),
      view("late", "f.late=yes"),
      view("quiet", "f.quiet=yes"),
      view("stalled", "f.stalled=yes"),
      view("ending", "f.endsWithin=..30"),
      view("paused", "f.state=paused"),
      view("ended", "f.state=landed,completed,expired,withdrawn"),
      view("everybody", ""),
    ],
    columns: {
      executive: { width: "28%" },
      state: {
        states: {
          ...Object.fromEntries(programmeStates.map((state) => [state, { label: states(state), ...stateLook[state] }])),
          ...Object.fromEntries(
            attentions.map((code) => [code, { label: attention(code), ...attentionLook[code] }] as const),
          ),
        },
      },
    },
  });
  const inviteLink = (
    <LinkButton variant="primary" href={`${here}/new`} icon="user-plus">
      {t("invite")}
    </LinkButton>
  );
  const title = names(name);
  const own = name === "caseload";
  const empty = (
    <Empty
      icon="users-round"
      title={own ? t("empty.title") : t("empty.titleAll")}
      action={invites ? inviteLink : undefined}
    >
      {own ? t("empty.text") : t("empty.textAll")}
    </Empty>
  );
  if (nobody)
    return (
      <>
        <PageHead title={title} />
        <Card>{empty}</Card>
      </>
    );
  return (
    <>
      <RememberList path={`/${organisation}`} search={viewSearch(askedAddress(search, screen.usual))} />
      <PageHead
        title={title}
        lede={t.rich("lede", {
          count: screen.page.estimate,
          exact: String(screen.page.estimateIsExact),
          b: (words) => <b>{words}</b>,
        })}
        actions={invites ? inviteLink : undefined}
      />
      <DetailLayout
        detail={open ? <ProgrammePanel organisation={organisation} programme={open} close={closing(search)} /> : null}
      >
        <DataTable
          caption={t("caption")}
          {...table}
          page={{
            ...table.page,
            rows: table.page.rows.map((row) => ({
              ...row,
              cells: { ...row.cells, state: saidOf(row.cells, { at, timeZone, quietAfterDays }) },
            })),
          }}
          searchLabel={t("search")}
          opensBeside
          empty={empty}
        />
      </DetailLayout>
    </>
  );
}

/** Sees more than the own caseload. */
const widely = (actor: PersonActor) =>
  ["team", "all"].some((scope) => scopesOf(actor, "programmes:read").has(scope as Scope));

const attentions: readonly Attention[] = ["late", "quiet", "stalled", "on-track"];

/** What the state column says: of a running programme whether it needs somebody, else where it stands. */
function saidOf(
  cells: Record<string, CellValue>,
  { at, timeZone, quietAfterDays }: { at: Date; timeZone: string; quietAfterDays: number },
): string {
  const state = String(cells.state) as ProgrammeState;
  if (!isRunning(state)) return state;
  const since = cells.quietSince ? new Date(String(cells.quietSince)) : null;
  const moment = (value: CellValue | undefined) => (value ? new Date(String(value)) : null);
  return attentionOf(
    {
      state,
      phaseSince: moment(cells.phaseSince) ?? at,
      usualDays: Number(cells.usualDays ?? 30),
      silentDays: since && daysSince(since, at, timeZone),
      nextDueOn: cells.nextDueOn ? String(cells.nextDueOn) : null,
      quietAfterDays,
    },
    at,
    timeZone,
  );
}

/** The same list without what is open beside it. */
function closing(search: Record<string, string | string[] | undefined>): string {
  const rest = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (key !== "open" && typeof value === "string") rest.set(key, value);
  return `?${rest.toString()}`;
}

export default withMessages("(workspace)/[organisation]/programmes/page", CaseloadPage);
