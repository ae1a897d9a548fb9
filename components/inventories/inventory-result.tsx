import { getFormatter, getTranslations } from "next-intl/server";
import { Hexagon } from "@/components/inventories/hexagon";
import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { Row, Rows } from "@/components/ui/rows";
import { bandOf, interestProfile, rankedValues } from "@/lib/inventories/rules/scoring";
import type { InventoryShown } from "@/lib/inventories/queries/results";

type Result = InventoryShown["results"][number];

/** What came of an inventory, with the time before beside it. */
export async function InventoryResult({
  inventory,
  result,
  earlier,
}: {
  inventory: InventoryShown["inventory"];
  result: Result;
  earlier: Result | undefined;
}) {
  if (inventory === "interests") return <Interests result={result} earlier={earlier} />;
  const t = await getTranslations("inventories");
  const format = await getFormatter();
  const say = (score: number) => format.number(score, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const name = (dimension: string) => t(`dimensions.${inventory}.${dimension}`);
  const rows =
    inventory === "values"
      ? rankedValues(result.scores).map(({ value, centred }) => ({
          dimension: value,
          line: t(Math.abs(centred) < 0.05 ? "result.atMean" : centred > 0 ? "result.aboveMean" : "result.belowMean", {
            value: say(Math.abs(centred)),
          }),
        }))
      : Object.entries(result.scores).map(([dimension, score]) => ({
          dimension,
          line: `${t("result.of5", { score: say(score) })}, ${t(`result.bands.${bandOf(score)}`)}`,
        }));
  return (
    <Card>
      <Rows>
        {rows.map(({ dimension, line }) => (
          <Row
            key={dimension}
            className="grid grid-cols-[minmax(0,1fr)_200px] items-center gap-x-5 gap-y-1 phone:grid-cols-1"
          >
            <span>
              <b className="font-semibold">{name(dimension)}</b>
              {earlier ? (
                <span className="block text-sm text-muted-foreground tabular-nums">
                  {t("result.before", {
                    score: say(result.scores[dimension] ?? 0),
                    then: say(earlier.scores[dimension] ?? 0),
                  })}
                </span>
              ) : null}
            </span>
            <span className="grid gap-1.5">
              <span className="text-sm tabular-nums">{line}</span>
              <Meter
                label={name(dimension)}
                value={(result.scores[dimension] ?? 0) / 5}
                valueText={line}
                tone="act"
                className="h-2"
              />
            </span>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

/** From how many points between highest and lowest on a profile is called clear. */
const clearFrom = 1.5;

/** Interests around the hexagon, with the figures behind it as a table beside it, the strongest first. */
async function Interests({ result, earlier }: { result: Result; earlier: Result | undefined }) {
  const t = await getTranslations("inventories");
  const format = await getFormatter();
  const { code, consistency, differentiation } = interestProfile(result.scores);
  const name = (dimension: string) => t(`dimensions.interests.${dimension}`);
  const say = (score: number) => format.number(score, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const day = (at: Date) => format.dateTime(at, { month: "short", year: "numeric" });
  const ranked = Object.entries(result.scores).sort(([, left], [, right]) => right - left);
  return (
    <Card pad className="grid gap-6">
      <div className="grid grid-cols-[minmax(0,340px)_minmax(0,1fr)] items-center gap-8 phone:grid-cols-1">
        <Hexagon scores={result.scores} nameOf={name} />
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{t("names.interests")}</caption>
          <thead>
            <tr className="border-b border-border-strong text-xs text-muted-foreground">
              <th scope="col" className="h-9 text-start font-medium">
                {t("result.interest")}
              </th>
              <th scope="col" className="h-9 px-3 text-end font-medium">
                {day(result.at)}
              </th>
              {earlier ? (
                <th scope="col" className="h-9 px-3 text-end font-medium">
                  {day(earlier.at)}
                </th>
              ) : null}
              <th scope="col" className="h-9 ps-3 text-start font-medium">
                {t("result.inWords")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-border">
            {ranked.map(([dimension, score]) => (
              <tr key={dimension}>
                <th scope="row" className="h-9 text-start font-medium">
                  {name(dimension)}
                </th>
                <td className="h-9 px-3 text-end tabular-nums">{say(score)}</td>
                {earlier ? (
                  <td className="h-9 px-3 text-end text-muted-foreground tabular-nums">
                    {say(earlier.scores[dimension] ?? 0)}
                  </td>
                ) : null}
                <td className="h-9 ps-3 text-muted-foreground">{t(`result.bands.${bandOf(score)}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="grid gap-2">
        {code.length > 0 ? (
          <>
            <h3 className="font-title text-xl">{code.map(name).join(", ")}</h3>
            <p>{t("result.consistency", { consistency })}</p>
          </>
        ) : (
          <h3 className="font-title text-xl">{t("result.noCode")}</h3>
        )}
        <p className="text-muted-foreground">
          {t("result.differentiation", {
            clear: String(differentiation >= clearFrom),
            value: format.number(differentiation, { maximumFractionDigits: 1 }),
          })}
        </p>
      </div>
    </Card>
  );
}
