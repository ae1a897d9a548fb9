import { getTranslations } from "next-intl/server";
import { ListPage } from "../list-page";
import { listTable } from "../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { PressingClocks } from "@/components/sla/pressing-clocks";
import { standingLooks } from "@/components/sla/standing-looks";
import { LinkButton } from "@/components/ui/link-button";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may, scopesOf } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { clockList, standings } from "@/lib/sla/lists";
import { metricKeys } from "@/lib/sla/metric-keys";
import { clockChoices } from "@/lib/sla/queries/choices";
import { pressingClocks } from "@/lib/sla/queries/pressing";

export async function generateMetadata() {
  return { title: (await getTranslations("sla"))("title") };
}

/** What was promised to whom, the most pressing first: for who answers for it, and for who looks after all. */
async function ClocksPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("sla");
  const words = await getTranslations("sla.list");
  const { screen, choices, pressing, timeZone, ofAll } = await readPage(organisation, async (context) => {
    if (!may(context.actor, clockList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, clockList, search),
      choices: await context.ask(clockChoices, {}),
      pressing: await context.ask(pressingClocks, {}),
      timeZone: context.actor.timeZone,
      ofAll: scopesOf(context.actor, clockList.permission).has("all"),
    };
  });
  const orNone = (some: readonly { value: string; label: string }[], none: string) => [
    ...some,
    ...(some.length > 0 ? [{ value: "none", label: none }] : []),
  ];
  const view = (id: "pressing" | "open" | "over" | "all", states: string) => ({
    ...{ id, name: t(`views.${id}`), search: states && `f.standing=${states}&sort=dueAt` },
  });
  const table = await listTable({
    ...{ organisation, definition: clockList, screen, words },
    views: [
      view("all", ""),
      view("pressing", "late,at-risk"),
      view("open", "late,at-risk,running,paused"),
      view("over", "kept,missed"),
    ],
    options: {
      policy: choices.policies,
      responsible: orNone(choices.people, t("clock.nobody")),
      sponsor: orNone(choices.sponsors, t("kept.noSponsor")),
    },
    columns: {
      who: { width: "26%" },
      metric: {
        states: Object.fromEntries(
          metricKeys.map((key) => [key, { label: t(`metric.${key}`), icon: "timer" as const, tone: "plain" as const }]),
        ),
      },
      standing: {
        states: Object.fromEntries(
          standings.map((key) => [key, { label: words(`filters.standing.options.${key}`), ...standingLooks[key] }]),
        ),
      },
    },
  });
  return (
    <ListPage
      words={t}
      icon="timer"
      table={table}
      tabs={
        <div className="mb-5 empty:hidden">
          <PressingClocks {...{ organisation, pressing, timeZone, ofAll }} />
        </div>
      }
      actions={
        <LinkButton href={`/${organisation}/clocks/compliance`} icon="chart-line">
          {t("kept.open")}
        </LinkButton>
      }
    />
  );
}

export default withMessages("(workspace)/[organisation]/clocks/page", ClocksPage);
