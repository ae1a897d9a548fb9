import { getFormatter, getTranslations } from "next-intl/server";
import { reliabilityOf } from "@/lib/competencies/rules/agreement";
import { clustersOf, type Overview } from "@/components/competencies/shown";
import { SectionHead } from "@/components/frame/section-head";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Row, Rows } from "@/components/ui/rows";

type Released = NonNullable<Overview["rounds"][number]["released"]>;

/** What colleagues said in a closed round, as far as three of them stand behind it. */
export async function RoundResults({ released, overview }: { released: Released; overview: Overview }) {
  const t = await getTranslations("competencies.round");
  if (released.groups.length === 0)
    return (
      <Card>
        <Empty icon="users" title={t("nothing")}>
          {t("nothingText")}
        </Empty>
      </Card>
    );
  return (
    <>
      <LevelsTable released={released} overview={overview} />
      <ReliabilityNote released={released} />
      {released.heldBack > 0 ? <Notice icon="lock">{t("heldBack", { count: released.heldBack })}</Notice> : null}
      <Words title={t("keep")} texts={released.keep} />
      <Words title={t("change")} texts={released.change} />
    </>
  );
}

async function LevelsTable({ released, overview }: { released: Released; overview: Overview }) {
  const t = await getTranslations("competencies.round");
  const relations = await getTranslations("competencies.relations");
  const format = await getFormatter();
  const say = (mean: number | undefined) =>
    mean === undefined ? "–" : format.number(mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const alike = (key: string) => (released.alike[key] ? t("alikeWord", { word: released.alike[key] }) : "–");
  const { competencies } = overview;
  const cell = "h-9 px-3 text-end tabular-nums phone:px-1.5";
  return (
    <section className="min-w-0">
      <SectionHead title={t("resultsTitle", { best: bestOf(released, overview) ?? "none" })} />
      <p className="-mt-2 mb-3 text-sm text-muted-foreground">{t("resultsMethod")}</p>
      <Card className="overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="border-b border-border-strong text-xs text-muted-foreground">
              <th scope="col" className="h-9 px-5 text-start font-medium phone:px-4">
                {t("competency")}
              </th>
              {released.groups.map(({ group, raters }) => (
                <th key={group} scope="col" className={`${cell} font-medium`}>
                  {relations(group)} · {raters}
                </th>
              ))}
              <th scope="col" className={`${cell} font-medium`}>
                {t("allTogether")}
              </th>
              <th scope="col" className="h-9 px-3 pe-5 text-start font-medium phone:pe-4">
                {t("alike")}
              </th>
            </tr>
          </thead>
          {clustersOf(competencies).map((cluster) => (
            <tbody key={cluster} className="divide-y divide-border border-b border-border last:border-0">
              <tr>
                <th
                  scope="colgroup"
                  colSpan={released.groups.length + 3}
                  className="bg-muted px-5 py-1.5 text-start text-xs font-medium phone:px-4"
                >
                  {cluster}
                </th>
              </tr>
              {competencies
                .filter((one) => one.cluster === cluster)
                .map(({ key, name }) => (
                  <tr key={key}>
                    <th scope="row" className="px-5 py-2 text-start font-normal phone:px-4">
                      {name}
                    </th>
                    {released.groups.map(({ group, cells }) => (
                      <td key={group} className={cell}>
                        {say(cells[key]?.mean)}
                      </td>
                    ))}
                    <td className={`${cell} font-semibold`}>{say(released.all[key]?.mean)}</td>
                    <td className="h-9 px-3 pe-5 whitespace-nowrap text-muted-foreground phone:pe-4 phone:whitespace-normal">
                      {alike(key)}
                    </td>
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </Card>
    </section>
  );
}

/** How far the mean of all can be relied on, in words and with what it rests on. */
async function ReliabilityNote({ released: { reliability } }: { released: Released }) {
  const t = await getTranslations("competencies.round");
  const format = await getFormatter();
  if (!reliability) return null;
  const { single, mean, raters, competencies } = reliability;
  const say = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Notice icon="scale">
      <b>{t("reliability", { word: reliabilityOf(mean) })}</b> {t("reliabilityText")}
      <span className="mt-1 block text-sm text-muted-foreground">
        {t("reliabilityMethod", { mean: say(mean), single: say(single), raters, competencies })}
      </span>
    </Notice>
  );
}

async function Words({ title, texts }: { title: string; texts: readonly string[] }) {
  const t = await getTranslations("competencies.round");
  return (
    <section>
      <SectionHead title={title} />
      <p className="-mt-2 mb-3 text-sm text-muted-foreground">{t("words")}</p>
      {texts.length === 0 ? (
        <Card pad className="text-muted-foreground">
          {t("noWords")}
        </Card>
      ) : (
        <Card>
          <Rows>
            {texts.map((text, at) => (
              <Row key={at}>
                <p className="max-w-[75ch] break-words whitespace-pre-line">{text}</p>
              </Row>
            ))}
          </Rows>
        </Card>
      )}
    </section>
  );
}

/** The competency with the highest mean. */
function bestOf({ all }: Released, { competencies }: Overview): string | null {
  const [best] = competencies
    .filter(({ key }) => all[key])
    .sort((left, right) => all[right.key]!.mean - all[left.key]!.mean);
  return best?.name ?? null;
}
