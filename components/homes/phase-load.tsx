import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";

export interface PhaseUnit {
  position: number;
  name: string;
  people: number;
  stalled: number;
}

/** How many are in each phase: one mark a person, outlined in amber who stays longer than usual. Each opens its rows. */
export function PhaseLoad({ list, units }: { list: string; units: readonly PhaseUnit[] }) {
  const t = useTranslations("programmes.home");
  return (
    <Card>
      <ol className="grid grid-cols-8 py-1 max-beside:grid-cols-4 phone:grid-cols-1 phone:py-0">
        {units.map((unit) => (
          <li
            key={unit.position}
            className="border-border not-first:border-s phone:not-first:border-s-0 phone:not-first:border-t"
          >
            <Link
              href={`${list}?f.phase=${unit.position}&f.state=intake,active,paused`}
              aria-label={t("loadPeople", { name: unit.name, people: unit.people, stalled: unit.stalled })}
              className="block h-full px-3.5 pt-3 pb-4 text-foreground no-underline hover:bg-muted phone:grid phone:min-h-11.5 phone:grid-cols-[28px_minmax(96px,132px)_minmax(0,1fr)_auto] phone:items-center phone:gap-x-1.5 phone:px-4 phone:py-1.5"
            >
              <span className="flex items-baseline justify-between gap-2">
                <b className="text-xl font-medium tabular-nums phone:text-md phone:font-semibold">{unit.people}</b>
                {unit.stalled > 0 ? (
                  <Status icon="hourglass" tone="warn" className="text-xs phone:hidden">
                    {t("loadStalled", { count: unit.stalled })}
                  </Status>
                ) : null}
              </span>
              <span className="block truncate text-sm text-muted-foreground">{unit.name}</span>
              <span aria-hidden className="mt-2.5 flex flex-wrap gap-[3px] phone:mt-0">
                {Array.from({ length: Math.min(unit.people, 24) }, (_, index) => (
                  <i
                    key={index}
                    className={cn(
                      "h-3.5 w-[9px]",
                      index >= unit.people - unit.stalled ? "inset-ring-[1.5px] inset-ring-warning" : "bg-chart-1",
                    )}
                  />
                ))}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
