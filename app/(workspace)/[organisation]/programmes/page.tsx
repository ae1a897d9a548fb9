import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { readListAddress } from "@/components/data-table/url-state";
import { DetailLayout } from "@/components/frame/detail-layout";
import { PageHead } from "@/components/frame/page-head";
import { ProgrammePanel } from "@/components/programmes/programme-panel";
import { attentionLook, stateLook } from "@/components/programmes/state-look";
import { Empty } from "@/components/states/empty";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { declaredTable } from "@/lib/entry/table";
import { attentionOf, type Attention } from "@/lib/programmes/attention";
import type { CellValue } from "@/lib/platform/list-types";
import { may, scopesOf } from "@/lib/platform/actor";
import { readList } from "@/lib/platform/list";
import { isRunning, programmeStates, type ProgrammeState } from "@/lib/programmes/lifecycle";
import { caseload } from "@/lib/programmes/lists";
import { oneProgramme } from "@/lib/programmes/queries/record";

const running = "f.running=yes";

export async function generateMetadata() {
  const t = await getTranslations("programmes.caseload");
  return { title: t("title") };
}

/** The caseload: every programme that the person looks after, and one of them open beside it. */
export default async function CaseloadPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("programmes.caseload");
  const states = await getTranslations("programmes.states");
  const attention = await getTranslations("programmes.attention");
  const address = readListAddress(search);
  // Who opens the list without asking for anything sees who is still on the way; the address says so.
  if (Object.keys(search).length === 0) redirect(`/${organisation}/programmes?${running}`);
  const opened = typeof search.open === "string" ? search.open : null;
  const { page, invites, all, open, at, timeZone } = await readPage(organisation, async (context) => ({
    page: await readList(context, caseload, address),
    invites: may(context.actor, "programmes:invite"),
    all: scopesOf(context.actor, "programmes:read").has("all"),
    at: context.now,
    timeZone: context.organisation.timeZone,
    open: opened ? await context.ask(oneProgramme, { id: opened }).catch(() => null) : null,
  }));
  const here = `/${organisation}/programmes`;
  const table = declaredTable(caseload, t, {
    executive: { width: "28%" },
    state: {
      states: {
        ...Object.fromEntries(programmeStates.map((state) => [state, { label: states(state), ...stateLook[state] }])),
        ...Object.fromEntries(
          attentions.map((code) => [code, { label: attention(code), ...attentionLook[code] }] as const),
        ),
      },
    },
  });
  const view = (key: string, query: string) => ({ id: key, name: t(`views.${key}`), search: query });
  const inviteLink = (
    <Button asChild variant="primary">
      <Link href={`${here}/new`}>
        <Icon name="user-plus" />
        {t("invite")}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHead
        title={all ? t("titleAll") : t("title")}
        lede={t.rich("lede", {
          count: page.estimate,
          exact: String(page.estimateIsExact),
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
            ...page,
            rows: page.rows.map((row) => ({
              ...row,
              href: `/${organisation}${row.href}`,
              cells: { ...row.cells, state: saidOf(row.cells, at, timeZone) },
            })),
          }}
          searchLabel={t("search")}
          opensBeside
          views={[
            view("all", running),
            view("late", "f.late=yes"),
            view("quiet", "f.quiet=yes"),
            view("ending", "f.endsWithin=..30"),
            view("paused", "f.state=paused"),
            view("ended", "f.state=landed,completed,expired,withdrawn"),
            view("everybody", "sort=executive"),
          ]}
          exportAddress={`/api/exports/${organisation}/${caseload.name}`}
          empty={
            <Empty icon="users-round" title={t("empty.title")} action={invites ? inviteLink : undefined}>
              {t("empty.text")}
            </Empty>
          }
        />
      </DetailLayout>
    </>
  );
}

const attentions: readonly Attention[] = ["late", "quiet", "stalled", "on-track"];

/** What the state column says: of a running programme whether it needs somebody, else where it stands. */
function saidOf(cells: Record<string, CellValue>, at: Date, timeZone: string): string {
  const state = String(cells.state) as ProgrammeState;
  if (!isRunning(state)) return state;
  const moment = (value: CellValue | undefined) => (value ? new Date(String(value)) : null);
  return attentionOf(
    {
      state,
      phaseSince: moment(cells.phaseSince) ?? at,
      usualDays: Number(cells.usualDays ?? 30),
      lastContactAt: moment(cells.lastContact),
      activatedAt: null,
      nextDueOn: cells.nextDueOn ? String(cells.nextDueOn) : null,
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
