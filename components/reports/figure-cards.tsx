import { KeyFigures } from "@/components/charts/key-figures";
import { fewBelow, figureWords } from "@/components/reports/figure-words";
import { rowsHref } from "@/components/reports/rows-href";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { definitionOf } from "@/lib/reports/definitions/all";
import type { Period } from "@/lib/platform/period";
import type { Figure } from "@/lib/reports/queries/figure";
import type { FigureScope } from "@/lib/reports/schemas";

export interface FigureCardsProps {
  organisation: string;
  figures: readonly Figure[];
  period: Period;
  scope: FigureScope;
}

/** Figures side by side, each with its denominator, its change and the way to its rows. */
export async function FigureCards({ organisation, figures, period, scope }: FigureCardsProps) {
  const words = await figureWords();
  const { t } = words;
  return (
    <KeyFigures
      figures={figures.flatMap((figure) => {
        const definition = definitionOf(figure.key);
        if (!definition) return [];
        return [
          {
            label: words.name(figure.key),
            value: words.value(figure),
            unit: words.unit(figure),
            of: words.of(figure),
            compare: <Compare figure={figure} period={period} words={words} />,
            rows:
              figure.now.counted > 0 ? (
                <Link
                  href={rowsHref(organisation, definition, period, scope)}
                  className="inline-flex items-center gap-1.5 print:hidden"
                >
                  <Icon name="table-2" size="small" />
                  {t("showRows")}
                  <span className="sr-only">: {words.name(figure.key)}</span>
                </Link>
              ) : undefined,
          },
        ];
      })}
    />
  );
}

/** Against the other period; a figure that rests on few says so instead. */
function Compare({
  figure,
  period,
  words,
}: {
  figure: Figure;
  period: Period;
  words: Awaited<ReturnType<typeof figureWords>>;
}) {
  if (figure.now.counted > 0 && figure.now.counted < fewBelow)
    return <>{words.t("few", { counted: figure.now.counted })}</>;
  const change = words.change(figure, period.against);
  return change ? (
    <>
      <Icon name={change.icon} size="small" />
      {change.words}
    </>
  ) : null;
}
