import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonGroup } from "@/components/ui/button-group";
import { chipVariants } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { calendarViews, type CalendarAddress, type CalendarView } from "./address";
import { cityOf } from "./civil-days";
import { PrintButton } from "./print-button";

export interface CalendarBarProps {
  address: CalendarAddress;
  /** The view that is shown where there is room. */
  view: CalendarView;
  before: string;
  after: string;
  today: string;
  second: string | null;
  ownZone: string;
  /** Zones of those whom one meets in these days. */
  others: readonly string[];
  /** Whose calendars one may look at. */
  hosts: readonly { id: string; name: string }[];
  chosen: readonly string[];
  hrefWith: (changes: Partial<CalendarAddress>) => string;
}

/** How the calendar is looked at, each way an address: which days, in which zones, whose. */
export function CalendarBar(props: CalendarBarProps) {
  const { address, view, before, after, today, second, ownZone, others, hosts, chosen, hrefWith } = props;
  const t = useTranslations("calendar");
  const { zone } = address;
  const chip = (state: "off" | "on" | "add", href: string, icon: IconName | null, words: string, label?: string) => (
    <Link key={href + words} href={href} scroll={false} aria-label={label} className={cn(chipVariants({ state }))}>
      {icon ? <Icon name={icon} size="small" /> : null}
      {words}
      {state === "on" ? <Icon name="x" size="small" /> : null}
    </Link>
  );
  const offered = [ownZone, ...others].filter(
    (one, at, all) => one !== zone && one !== second && all.indexOf(one) === at,
  );
  return (
    <div className="mb-3.5 grid grid-cols-[minmax(0,1fr)] gap-2.5 print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <div className="flex items-center gap-1.5">
          <LinkButton href={hrefWith({ date: today })}>{t("today")}</LinkButton>
          <LinkButton size="icon" variant="ghost" href={hrefWith({ date: before })} aria-label={t("before")}>
            <Icon name="chevron-left" />
          </LinkButton>
          <LinkButton size="icon" variant="ghost" href={hrefWith({ date: after })} aria-label={t("after")}>
            <Icon name="chevron-right" />
          </LinkButton>
        </div>
        <div className="ms-auto flex items-center gap-1.5 phone:ms-0 phone:w-full">
          <PrintButton words={t("print")} />
          <ButtonGroup aria-label={t("views.label")} className="phone:w-full">
            {calendarViews.map((one) => (
              <Button
                key={one}
                asChild
                variant={one === view ? "tint" : "outline"}
                className={cn(
                  "phone:flex-1",
                  one === view && "z-1",
                  one === "week" && "phone:hidden",
                  !address.view && one === "agenda" && "phone:border-primary phone:bg-accent",
                )}
              >
                <Link href={hrefWith({ view: one })} scroll={false} aria-current={one === view ? "page" : undefined}>
                  {t(`views.${one}`)}
                </Link>
              </Button>
            ))}
          </ButtonGroup>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-1.5 phone:flex-nowrap phone:overflow-x-auto no-scrollbar phone-bleed">
        <span role="group" aria-label={t("zones")} className="flex flex-none items-center gap-1.5 me-3">
          <span className={cn(chipVariants({ state: "off" }))}>
            <Icon name="globe" size="small" />
            {t("zoneNow", { city: cityOf(zone) })}
            {zone === ownZone ? <span className="text-muted-foreground">{t("yours")}</span> : null}
          </span>
          {second ? (
            <>
              {chip(
                "on",
                hrefWith({ and: "none" }),
                null,
                t("addZone", { city: cityOf(second) }),
                t("dropZone", { city: cityOf(second) }),
              )}
              <Link
                href={hrefWith({ zone: second, and: zone })}
                scroll={false}
                aria-label={t("swapZones", { city: cityOf(second) })}
                title={t("swapZones", { city: cityOf(second) })}
                className={cn(chipVariants({ state: "off" }), "px-2")}
              >
                <Icon name="arrow-right-left" size="small" />
              </Link>
            </>
          ) : null}
          {offered
            .slice(0, 3)
            .map((one) => chip("add", hrefWith({ and: one }), "plus", t("addZone", { city: cityOf(one) })))}
        </span>
        {hosts.length > 0
          ? hosts.map(({ id, name }) =>
              chosen.includes(id)
                ? chip(
                    "on",
                    hrefWith({ people: chosen.filter((one) => one !== id) }),
                    "user-round",
                    name,
                    t("dropPerson", { name }),
                  )
                : chosen.length < 6
                  ? chip("add", hrefWith({ people: [...chosen, id] }), "plus", name, t("addPerson", { name }))
                  : null,
            )
          : null}
        {chip(
          address.cancelled ? "on" : "add",
          hrefWith({ cancelled: !address.cancelled }),
          null,
          address.cancelled ? t("hideCancelled") : t("showCancelled"),
        )}
        {view === "week" || view === "day"
          ? chip(
              address.whole ? "on" : "add",
              hrefWith({ whole: !address.whole }),
              null,
              address.whole ? t("usualHours") : t("allHours"),
            )
          : null}
      </div>
    </div>
  );
}
