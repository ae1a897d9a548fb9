"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { UndoAction } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import type { ActionResult } from "@/lib/platform/result";
import type { VersionView } from "@/lib/tailoring/tailored/tailoring-view";

export interface VersionsProps {
  organisation: string;
  versions: readonly VersionView[];
  timeZone: string;
  writes: boolean;
  /** Where two are held beside each other; without it there is nothing to compare with. */
  compare?: string;
  /** Whether this installation can make a PDF. */
  makesPdf: boolean;
  /** The one whose document is shown. */
  current: string | null;
  onShow: (version: string | null) => void;
  restore: (versionId: string) => Promise<ActionResult<unknown>>;
  undo: UndoAction;
  askPdf: (organisation: string, input: { versionId: string }) => Promise<ActionResult<unknown>>;
}

export const versionLook = {
  waiting: { icon: "loader", tone: "act" },
  done: { icon: "circle-check", tone: "ok" },
  refused: { icon: "circle-alert", tone: "bad" },
  stopped: { icon: "circle-stop", tone: "neutral" },
} as const;

/** What was made of a resume so far, the newest first: to look at, to download, to take up again. */
export function Versions(props: VersionsProps) {
  const { organisation, versions, timeZone, writes, current, compare } = props;
  const t = useTranslations("tailor.versions");
  const format = useFormatter();
  if (versions.length === 0) return null;
  const done = versions.filter(({ status }) => status === "done");
  return (
    <section className="mx-5 mt-5 border-t border-border-strong pt-3.5 phone:mx-4" data-slot="versions">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-base font-semibold">
          {t("title")} <span className="font-normal text-muted-foreground tabular-nums">{versions.length}</span>
        </h3>
        {compare && done.length > 0 ? (
          <Button asChild size="small" variant="quiet" className="ms-auto">
            <Link href={compare}>
              <Icon name="git-compare-arrows" size="small" />
              {t("compare")}
            </Link>
          </Button>
        ) : null}
      </div>
      <ul className="divide-y divide-border">
        {versions.map((version) => (
          <li key={version.id} data-version={version.number} className="grid gap-1.5 py-3">
            <div className="flex flex-wrap items-center gap-x-2.5">
              <b>{t("number", { number: version.number })}</b>
              <Status {...versionLook[version.status]}>{t(`status.${version.status}`)}</Status>
              <span className="ms-auto text-xs text-muted-foreground">
                {format.dateTime(version.at, { dateStyle: "medium", timeStyle: "short", timeZone })}
              </span>
            </div>
            <p className="text-sm text-muted-foreground">
              {[
                version.by,
                version.status === "done" ? t("points", { placed: version.placed, leftOut: version.leftOut }) : null,
                version.score ? t("score", version.score) : null,
                version.restoresNumber === null ? null : t("restores", { number: version.restoresNumber }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {version.refusal ? <p className="text-sm text-destructive">{version.refusal.message}</p> : null}
            {version.status === "done" ? (
              <div className="flex flex-wrap items-center gap-1.5 -ms-2.5">
                <Download organisation={organisation} file={version.files.clean} label={t("docx")} />
                <Download organisation={organisation} file={version.files.tracked} label={t("tracked")} />
                <Download organisation={organisation} file={version.files.pdf} label={t("pdf")} />
                {version.files.pdf === null && props.makesPdf && writes && version.pdf.status !== "waiting" ? (
                  <ActionButton
                    size="small"
                    variant="quiet"
                    action={() => props.askPdf(organisation, { versionId: version.id })}
                    done={t("pdfAsked")}
                  >
                    <Icon name="file-plus" size="small" />
                    {t("makePdf")}
                  </ActionButton>
                ) : null}
                {version.pdf.status === "waiting" ? (
                  <Status icon="loader" tone="act">
                    {t("pdfWaiting")}
                  </Status>
                ) : null}
                <Button
                  size="small"
                  variant="quiet"
                  aria-pressed={current === version.id}
                  onClick={() => props.onShow(current === version.id ? null : version.id)}
                >
                  <Icon name="eye" size="small" />
                  {current === version.id ? t("shown") : t("show")}
                </Button>
                {writes ? (
                  <ActionButton
                    size="small"
                    variant="quiet"
                    disabled={versions.some(({ status }) => status === "waiting")}
                    action={() => props.restore(version.id)}
                    onUndo={props.undo}
                    done={t("restored", { number: version.number })}
                  >
                    <Icon name="history" size="small" />
                    {t("restore")}
                  </ActionButton>
                ) : null}
              </div>
            ) : null}
            {version.status === "done" ? (
              <p className="flex items-start gap-1.5 text-xs text-muted-foreground">
                <Icon name="shield-check" size="small" className="mt-0.5 text-success" />
                {t("proved")}
              </p>
            ) : null}
            {version.report?.cautions.map((caution) => (
              <p key={caution} className="flex items-start gap-1.5 text-sm text-warning">
                <Icon name="triangle-alert" size="small" className="mt-0.5" />
                {caution}
              </p>
            ))}
            {version.pdf.problem ? <p className="text-sm text-muted-foreground">{version.pdf.problem}</p> : null}
          </li>
        ))}
      </ul>
      {props.makesPdf || done.length === 0 ? null : <p className="text-sm text-muted-foreground">{t("noConverter")}</p>}
    </section>
  );
}

function Download({ organisation, file, label }: { organisation: string; file: string | null; label: string }) {
  if (!file) return null;
  return (
    <Button asChild size="small" variant="quiet">
      <a href={`/api/files/${organisation}/${file}`} download>
        <Icon name="download" size="small" />
        {label}
      </a>
    </Button>
  );
}
