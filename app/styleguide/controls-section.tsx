import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonGroup } from "@/components/ui/button-group";
import { Chip, ChipRow } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import { Day, Moment } from "@/components/ui/moment";
import { Person } from "@/components/ui/person";
import { PhaseRail, PhasesMini } from "@/components/ui/phases";
import { Status } from "@/components/ui/status";
import { Tag } from "@/components/ui/tag";
import { Tooltip } from "@/components/ui/tooltip";
import { phaseNames } from "./samples";
import { Part, Specimen } from "./specimen";

const line = "flex flex-wrap items-center gap-2";

/** Buttons, states, people, figures in a line. */
export function ControlsSection() {
  const t = useTranslations("styleguide");
  return (
    <Part id="controls" title={t("controls")}>
      <Specimen title={t("buttons")} wide>
        <div className={line}>
          <Button variant="primary">
            <Icon name="calendar-plus" />
            {t("book")}
          </Button>
          <Button variant="tint">{t("answer")}</Button>
          <Button>{t("prepare")}</Button>
          <Button variant="quiet">{t("notToday")}</Button>
          <Button variant="danger">{t("withdraw")}</Button>
          <Button variant="dangerSolid">{t("erase")}</Button>
          <Button disabled>{t("notYet")}</Button>
          <Button size="small">
            <Icon name="download" size="small" />
            {t("small")}
          </Button>
          <Tooltip text={t("moreMenu")}>
            <Button size="icon" aria-label={t("moreMenu")}>
              <Icon name="ellipsis" />
            </Button>
          </Tooltip>
          <ButtonGroup aria-label={t("week")}>
            <Button aria-pressed="true">{t("week")}</Button>
            <Button aria-pressed="false">{t("day")}</Button>
          </ButtonGroup>
        </div>
      </Specimen>
      <Specimen title={t("statesInLine")}>
        <div className={line}>
          <Status icon="circle-check" tone="ok">
            {t("onTrack")}
          </Status>
          <Status icon="timer" tone="warn">
            {t("twoHours")}
          </Status>
          <Status icon="circle-alert" tone="bad">
            {t("breached")}
          </Status>
          <Status icon="circle-pause">{t("paused")}</Status>
          <Status icon="video" tone="act">
            {t("soon")}
          </Status>
        </div>
        <div className={`${line} mt-3.5`}>
          <Badge icon="pencil-line">{t("draft")}</Badge>
          <Badge icon="circle-play" tone="act">
            {t("active")}
          </Badge>
          <Badge icon="flag" tone="ok">
            {t("landed")}
          </Badge>
          <Badge icon="hourglass" tone="warn">
            {t("stalled")}
          </Badge>
          <Badge icon="circle-x" tone="bad">
            {t("withdrawn")}
          </Badge>
          <Tag>Kubernetes</Tag>
          <Tag hit>Terraform</Tag>
        </div>
        <ChipRow className="mt-3.5">
          <Chip>
            <Icon name="columns-3" size="small" />
            {t("columns")}
          </Chip>
          <Chip state="on">{t("chosen")}</Chip>
          <Chip state="add">
            <Icon name="plus" size="small" />
            {t("filter")}
          </Chip>
          <Kbd>⌘K</Kbd>
        </ChipRow>
      </Specimen>
      <Specimen title={t("people")}>
        <div className="grid gap-3">
          <Person name="Layla Haddad" nameInOwnScript="ليلى حداد" sub={t("counsel")} href="/styleguide#record" />
          <Person name="Judith Okafor-Lindqvist" sub={t("role")} me />
          <div className={line}>
            <Avatar name="Haruto Kinoshita" size="small" />
            <Avatar name="Haruto Kinoshita" />
            <Avatar name="Haruto Kinoshita" size="large" />
          </div>
        </div>
      </Specimen>
      <Specimen title={t("clock")}>
        <div className="grid max-w-64 gap-4">
          {(
            [
              ["timer", "warn", "oneHour", 0.84],
              ["circle-alert", "bad", "breachedAgo", 1],
              ["clock", "plain", "sixHours", 0.4],
            ] as const
          ).map(([icon, tone, text, value]) => (
            <div key={text}>
              <Status icon={icon} tone={tone}>
                {t(text)}
              </Status>
              <Meter
                label={t("timeUsed")}
                value={value}
                tick={0.75}
                tone={tone === "plain" ? "neutral" : tone}
                valueText={t(text)}
                className="my-1"
              />
              <p className="text-xs text-muted-foreground">{t("answerDue")}</p>
            </div>
          ))}
        </div>
      </Specimen>
      <Specimen title={t("timeAndMoney")}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
          <dt className="text-muted-foreground">{t("relative")}</dt>
          <dd>
            <Moment value="2026-11-09T08:00:00Z" />
          </dd>
          <dt className="text-muted-foreground">{t("exact")}</dt>
          <dd>
            <Moment value="2026-11-19T08:30:00Z" timeZone="Europe/Zurich" show="time" />
          </dd>
          <dt className="text-muted-foreground">{t("civil")}</dt>
          <dd>
            <Day value="2027-02-01" />
          </dd>
          <dt className="text-muted-foreground">{t("money")}</dt>
          <dd>
            <Money minor={21_500_000} currency="CHF" round /> · <Money minor={129_950} currency="EUR" />
          </dd>
        </dl>
      </Specimen>
      <Specimen title={t("phases")} wide>
        <PhaseRail
          label={t("phaseLabel")}
          steps={phaseNames.map((label, index) => ({
            label,
            state: index < 6 ? "done" : index === 6 ? "now" : "ahead",
            note: ["2 Jul", "14 Jul", "31 Jul", "19 Aug", "4 Sep", "1 Oct", "22 Oct"][index],
          }))}
        />
        <p className="mt-4 flex items-center gap-2 text-sm">
          <PhasesMini now={7} /> {t("phaseLabel")}
        </p>
      </Specimen>
    </Part>
  );
}
