import { useTranslations } from "next-intl";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { SectionHead } from "@/components/frame/section-head";
import { FileChip } from "@/components/files/file-list";
import { KeyFigures } from "@/components/charts/key-figures";
import { Timeline } from "@/components/timeline/timeline";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PhaseRail } from "@/components/ui/phases";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { phaseNames } from "./samples";

/** A record's page from header to history. */
export function RecordSection() {
  const t = useTranslations("styleguide");
  return (
    <section id="record">
      <SectionHead title={t("record")} count={1} more={<a href="#record">{t("allEntries")}</a>} />
      <RecordHeader
        crumbs={[{ label: t("caseload"), href: "/styleguide#table" }, { label: "Aurelio Santangelo" }]}
        name="Aurelio Santangelo"
        lede="VP Operations · was at Lindqvarn Logistics · Executive, 6 months"
        avatar
        state={
          <Badge icon="circle-play" tone="act" size="large">
            {t("active")}
          </Badge>
        }
        actions={
          <Button>
            <Icon name="message-square" />
            {t("message")}
          </Button>
        }
        menu={
          <Button size="icon" aria-label={t("moreMenu")}>
            <Icon name="ellipsis" />
          </Button>
        }
      />
      <Card className="mb-4 px-5 pt-[18px] pb-3.5 phone:px-4 phone:py-3.5">
        <PhaseRail
          label={t("phaseLabel")}
          steps={phaseNames.map((label, index) => ({
            label,
            state: index < 6 ? "done" : index === 6 ? "now" : "ahead",
            note: ["2 Jul", "14 Jul", "31 Jul", "19 Aug", "4 Sep", "1 Oct", "22 Oct"][index],
          }))}
        />
        <p className="mt-2 text-sm wide:hidden">
          <b>{t("phaseLabel")}</b>
        </p>
      </Card>
      <LinkTabs
        label={t("record")}
        className="mb-6 phone:mb-4"
        tabs={[
          { href: "#record", label: t("overview"), current: true },
          { href: "#table", label: t("tasks"), count: 4 },
          { href: "#forms", label: t("messages"), count: 1 },
          { href: "#files", label: t("documents"), count: 9 },
          { href: "#states", label: t("notes") },
        ]}
      />
      <RecordColumns
        facts={
          <>
            <KeyFigures
              columns={2}
              figures={[
                { label: t("sinceNotice"), value: 148, unit: t("days"), of: t("median") },
                { label: t("programme"), value: 140, unit: t("ofDays"), of: t("ends") },
                { label: t("sessions"), value: 7, unit: t("ofUsed"), of: t("noShow") },
                { label: t("interviews"), value: 9, unit: t("atCompanies"), of: t("oneOffer") },
              ]}
            />
            <Card pad>
              <h3 className="mb-2 text-base">{t("history")}</h3>
              <Timeline
                label={t("history")}
                entries={[
                  {
                    id: "1",
                    icon: "handshake",
                    what: t.rich("offerRecorded", { b: (words) => <b>{words}</b> }),
                    when: t("offerWhen"),
                  },
                  { id: "2", icon: "video", what: t("sessionHeld"), when: t("sessionWhen") },
                  { id: "3", icon: "circle-pause", what: t("pausedFor"), when: t("pausedWhen") },
                ]}
              />
            </Card>
          </>
        }
      >
        <Card>
          <CardHeader>
            <CardTitle>{t("nextForYou")}</CardTitle>
            <span className="ms-auto text-sm text-muted-foreground">{t("dueFirst")}</span>
          </CardHeader>
          <Rows>
            {(
              [
                ["timer", "warn", "oneHour", "answerMessage", "answerSub", "answer"],
                ["video", "act", "soon", "practice", "practiceSub", "prepare"],
                ["scale", "plain", "byFriday", "offerAnswer", "offerSub", "compare"],
              ] as const
            ).map(([icon, tone, when, what, sub, action], index) => (
              <Row
                key={what}
                className="grid grid-cols-[150px_minmax(0,1fr)_auto] items-center gap-4 phone:grid-cols-[minmax(0,1fr)_auto] phone:gap-x-3 phone:gap-y-1"
              >
                <Status icon={icon} tone={tone} className="phone:col-span-2">
                  {t(when)}
                </Status>
                <div className="min-w-0">
                  <b>{t(what)}</b>
                  <span className="block text-sm text-muted-foreground">{t(sub)}</span>
                </div>
                <Button variant={index === 0 ? "tint" : "outline"} className="min-w-26">
                  {t(action)}
                </Button>
              </Row>
            ))}
          </Rows>
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t("tasks")}</CardTitle>
            <span className="text-muted-foreground">{t("openDone")}</span>
            <Button variant="quiet" size="small" className="ms-auto">
              <Icon name="plus" size="small" />
              {t("assign")}
            </Button>
          </CardHeader>
          <Rows>
            <Row className="flex items-start gap-3">
              <Checkbox round className="mt-0.5" aria-label={t("practise")} />
              <div className="min-w-0 flex-1">
                {t("practise")}
                <span className="block text-sm text-muted-foreground">{t("practiseSub")}</span>
              </div>
              <Status icon="clock" tone="warn">
                {t("today")}
              </Status>
            </Row>
            <Row className="flex items-start gap-3">
              <Checkbox round defaultChecked className="mt-0.5" aria-label={t("boardLetter")} />
              <div className="min-w-0 flex-1">
                <s className="text-muted-foreground decoration-input">{t("boardLetter")}</s>
                <span className="block text-sm text-muted-foreground">{t("boardLetterSub")}</span>
                <span className="mt-1.5 block">
                  <FileChip name="Board letter v2.docx" size={48_210} href="/styleguide#files" />
                </span>
              </div>
            </Row>
          </Rows>
          <CardFooter>{t("openDone")}</CardFooter>
        </Card>
      </RecordColumns>
    </section>
  );
}
