"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { BatchView, BatchWork } from "@/components/batches/types";
import { DataTable } from "@/components/data-table/data-table";
import type { ListPage, TableColumn, TableFilter, ViewActions } from "@/components/data-table/types";
import { changeAddress } from "@/components/data-table/url-state";
import { DetailPanel, DetailSection } from "@/components/frame/detail-layout";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { PhaseRail } from "@/components/ui/phases";
import { Fact, Facts } from "@/components/ui/rows";
import { toast } from "@/components/ui/toast";
import { phaseNames } from "./samples";

const states = {
  fine: { label: "On track", icon: "circle-check", tone: "ok" },
  soon: { label: "1 h 12 min", icon: "timer", tone: "warn" },
  stalled: { label: "Stalled", icon: "hourglass", tone: "warn" },
  quiet: { label: "Not heard of", icon: "phone-missed", tone: "warn" },
  breached: { label: "Breached", icon: "circle-alert", tone: "bad" },
  paused: { label: "Paused to 1 Dec", icon: "circle-pause" },
} as const;

const sampleBatch: BatchView = {
  ...{ id: "sample", action: "programmes.handOver", status: "done", total: 34, done: 33, refused: 1, left: 0 },
  undoable: true,
  refusals: [],
};

/** The one table with all it can do, on sample rows that follow the address. */
export function TableSection({ page }: { page: ListPage }) {
  const t = useTranslations("styleguide");
  const params = useSearchParams();
  const open = params.get("open");
  const columns = useMemo<TableColumn[]>(
    () => [
      { key: "name", kind: "person", label: t("executive"), sortable: true, second: "role", width: "30%" },
      { key: "role", kind: "text", label: t("roleColumn") },
      { key: "phase", kind: "phases", label: t("phase"), width: "16.5%" },
      { key: "next", kind: "text", label: t("nextStep") },
      { key: "quiet", kind: "number", label: t("daysQuiet"), sortable: true },
      { key: "pay", kind: "money", label: t("payFloor"), defaultVisible: false },
      { key: "start", kind: "date", label: t("startDate"), defaultVisible: false },
      { key: "state", kind: "status", label: t("state"), states, width: "146px" },
    ],
    [t],
  );
  const filters = useMemo<TableFilter[]>(
    () => [
      {
        key: "state",
        kind: "choice",
        label: t("state"),
        options: Object.entries(states).map(([value, { label }]) => ({ value, label })),
      },
      { key: "quiet", kind: "number", label: t("quiet"), unit: t("days") },
      { key: "since", kind: "dateRange", label: t("since") },
    ],
    [t],
  );
  const act = async () => {
    toast.done(t("done"), { action: { label: t("undo"), run: () => toast.done(t("takenBack")) } });
    return { ok: true as const, data: null };
  };
  const viewActions: ViewActions = {
    save: async () => ({ ok: true, data: { id: "new" } }),
    ...{ rename: act, update: act, share: act, setDefault: act, remove: act, restore: act, undo: act },
    sharing: async () => ({ ok: true, data: { everybody: true, teams: [] } }),
    removed: async () => ({ ok: true, data: [] }),
  };
  const batchWork: BatchWork = {
    prepare: async ({ state }) => ({
      ok: true,
      data: {
        total: state.only?.length ?? 34,
        most: 10_000,
        refused: [{ reason: t("refusedSample"), count: 1, names: ["Maren Oyelaran"] }],
        fields: [],
      },
    }),
    start: async () => ({ ok: true, data: { batchId: "sample", total: 34 } }),
    steps: {
      progress: async () => ({ ok: true, data: sampleBatch }),
      ...{ stop: act, retry: act, home: "" },
      undo: async () => ({ ok: true, data: { batchId: "sample" } }),
    },
  };
  return (
    <section id="table">
      <h2 className="mb-4 font-title text-xl">{t("table")}</h2>
      <DataTable
        caption={t("tableCaption")}
        columns={columns}
        filters={filters}
        page={page}
        defaultSort={{ column: "quiet", descending: true }}
        searchLabel={t("findName")}
        exportAddress="/styleguide/export"
        views={[
          { id: "all", name: t("all"), search: "", count: 34 },
          { id: "quiet", name: t("quietView"), search: "f.quiet=7..", count: 11, editable: true },
          { id: "breached", name: t("breached"), search: "f.state=breached", count: 1 },
        ]}
        viewActions={viewActions}
        bulkActions={[
          { key: "messages.send", label: t("message"), icon: "message-square" },
          { key: "people.addToTeam", label: t("assign"), icon: "list-plus" },
          { key: "programmes.handOver", label: t("handOver"), icon: "arrow-right-left" },
        ]}
        batchWork={batchWork}
        opensBeside
        detail={open ? <Detail name={open} close={changeAddress(new URLSearchParams(params), { open: null })} /> : null}
      />
    </section>
  );
}

function Detail({ name, close }: { name: string; close: string }) {
  const t = useTranslations("styleguide");
  return (
    <DetailPanel
      name={name}
      sub="SVP Supply Chain · Lindqvarn Logistics"
      page="/styleguide#record"
      close={close}
      avatar
    >
      <Notice icon="hourglass" tone="warn" className="px-3 py-2.5 text-sm">
        <b>{t("longPhase")}</b> {t("usual")}
      </Notice>
      <div>
        <PhaseRail
          bare
          label={t("phaseLabel")}
          steps={phaseNames.map((label, index) => ({
            label,
            state: index < 5 ? "done" : index === 5 ? "now" : "ahead",
          }))}
        />
        <p className="mt-2 text-sm">
          <b>{t("phaseSix")}</b> <span className="text-muted-foreground">{t("dayOf")}</span>
        </p>
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Button variant="tint">
          <Icon name="calendar-plus" />
          {t("book")}
        </Button>
        <Button>
          <Icon name="message-square" />
          {t("message")}
        </Button>
      </div>
      <DetailSection title={t("figures")}>
        <Facts>
          <Fact label={t("sinceNotice")}>146 {t("days")}</Fact>
          <Fact label={t("sessionsUsed")}>8 / 14</Fact>
        </Facts>
      </DetailSection>
    </DetailPanel>
  );
}
