import { getFormatter, getTranslations } from "next-intl/server";
import { listTable } from "../../list-table";
import { askedScope } from "../asked-scope";
import { DataTable } from "@/components/data-table/data-table";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { stageLook } from "@/components/job-search/stage-look";
import { stateLook } from "@/components/programmes/state-look";
import { placeLook } from "@/components/scheduling/session-look";
import { figureWords } from "@/components/reports/figure-words";
import { rowsHref } from "@/components/reports/rows-href";
import { Empty } from "@/components/states/empty";
import { Link } from "@/components/ui/link";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { notFound } from "@/lib/platform/refusal";
import { programmeStates } from "@/lib/programmes/lifecycle";
import { periodOf } from "@/lib/platform/period";
import { definitionOf } from "@/lib/reports/definitions/all";
import { rowsOf } from "@/lib/reports/lists";
import { figureChoices } from "@/lib/reports/queries/choices";
import { figure as figureQuery } from "@/lib/reports/queries/figure";

type Props = WorkspaceProps<{ figure: string }>;

export async function generateMetadata({ params }: Props) {
  const { figure } = await params;
  const { t, name } = await figureWords();
  return { title: definitionOf(figure) ? name(figure) : t("title") };
}

/** One figure and the rows behind it: as many as its denominator says, counted by its own condition. */
async function FigurePage({ params, searchParams }: Props) {
  const { organisation, figure: key } = await params;
  const search = await searchParams;
  const definition = definitionOf(key);
  const words = await figureWords();
  const { t } = words;
  const list = rowsOf[definition?.subject ?? "programmes"];
  const filter = (name: string) => (typeof search[`f.${name}`] === "string" ? String(search[`f.${name}`]) : undefined);
  const { screen, found, choices, usual } = await readPage(organisation, async (context) => {
    if (!definition) throw notFound("this figure");
    const usually = new URL(rowsHref(organisation, definition, periodOf(context, undefined), {}), "http://here").search;
    const usual = { id: "all", search: usually.slice(1) };
    // The figure above its rows is that of the filters, as far as it can be asked for them.
    const keys = ["consultant", "sponsor", "industry", "package"];
    const { scope } = askedScope(Object.fromEntries(keys.map((name) => [name, filter(name)])));
    const period = filter("behind")?.split(":")[1];
    return {
      usual,
      screen: await readListScreen(context, list, search, { usual }),
      found: await context.ask(figureQuery, { figure: key, ...(period ? { period } : {}), scope }),
      choices: await context.ask(figureChoices, {}),
    };
  });
  const { figure, period } = found;
  const format = await getFormatter();
  const date = (day: string) =>
    format.dateTime(new Date(`${day}T12:00Z`), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const states = await getTranslations("programmes.states");
  const stages = await getTranslations("job-search.stages");
  const behind = `${key}:${period.from}..${period.to}`;
  const table = await listTable({
    ...{ organisation, definition: list, screen, words: await getTranslations(list.name) },
    views: [{ ...usual, name: t("rows.all") }],
    options: {
      behind: [
        {
          value: filter("behind") ?? behind,
          label: t("rows.behind", { name: words.name(key), from: date(period.from), to: date(period.to) }),
        },
      ],
      consultant: choices.consultants.map(({ id, name }) => ({ value: id, label: name })),
      package: choices.packages.map(({ id, name }) => ({ value: id, label: name })),
    },
    columns: {
      executive: { width: "24%" },
      state: {
        states: Object.fromEntries(
          programmeStates.map((state) => [state, { label: states(state), ...stateLook[state] }]),
        ),
      },
      outcome: {
        states: Object.fromEntries(
          (["attended", "no_show", "cancelled"] as const).map((state) => [
            state,
            { label: t(`sessions.filters.outcome.options.${state}`), ...placeLook[state] },
          ]),
        ),
      },
      stage: {
        states: Object.fromEntries(
          (["interviewing", "offer"] as const).map((stage) => [stage, { label: stages(stage), ...stageLook[stage] }]),
        ),
      },
    },
  });
  return (
    <>
      <PageHead
        crumbs={[{ label: t("title"), href: `/${organisation}/figures` }]}
        title={words.name(key)}
        lede={t.rich("rows.lede", {
          value: [words.value(figure), words.unit(figure)].filter(Boolean).join(" "),
          of: words.of(figure),
          from: date(period.from),
          to: date(period.to),
          b: (chunks) => <b>{chunks}</b>,
        })}
      />
      <p className="-mt-2 mb-5 max-w-[100ch] text-sm text-muted-foreground tap-links">
        {t(`definitions.${key}.formula`)}{" "}
        <Link href={`/${organisation}/figures/definitions#${key}`}>{t("rows.definition")}</Link>
      </p>
      <DataTable
        caption={t("rows.caption", { name: words.name(key) })}
        {...table}
        searchLabel={t("rows.search")}
        empty={
          <Empty icon="table-2" title={t(`definitions.${key}.none`)}>
            {t("rows.empty")}
          </Empty>
        }
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/figures/[figure]/page", FigurePage);
