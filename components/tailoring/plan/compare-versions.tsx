"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { DocumentView, type Place } from "@/components/tailoring/preview/document-view";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Status } from "@/components/ui/status";
import { Tag } from "@/components/ui/tag";
import type { VersionView } from "@/lib/tailoring/tailored/tailoring-view";
import { differenceOfVersions } from "./version-difference";

const looks = {
  added: { icon: "plus", tone: "ok" },
  removed: { icon: "minus", tone: "bad" },
  moved: { icon: "arrow-right-left", tone: "act" },
  reworded: { icon: "pencil", tone: "neutral" },
} as const;

export interface CompareVersionsProps {
  organisation: string;
  submissionId: string;
  name: string;
  versions: readonly VersionView[];
  /** A version, or the resume as it came. */
  from: VersionView | null;
  to: VersionView;
  timeZone: string;
}

/** Two versions of a resume beside each other, and what became of each point between them. */
export function CompareVersions({
  organisation,
  submissionId,
  name,
  versions,
  from,
  to,
  timeZone,
}: CompareVersionsProps) {
  const t = useTranslations("tailor.compare");
  const format = useFormatter();
  const router = useRouter();
  const [place, setPlace] = useState<Place | null>(null);
  const difference = useMemo(() => differenceOfVersions(from?.report ?? null, to.report), [from, to]);
  const go = (left: string, right: string) =>
    router.replace(`/${organisation}/submissions/${submissionId}/tailor/compare?from=${left}&to=${right}`, {
      scroll: false,
    });
  const labelOf = (version: VersionView | null) =>
    version
      ? t("version", {
          number: version.number,
          at: format.dateTime(version.at, { dateStyle: "medium", timeStyle: "short", timeZone }),
        })
      : t("original");
  const sides = [
    { side: "from", version: from, label: t("left") },
    { side: "to", version: to, label: t("right") },
  ] as const;
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        {sides.map(({ side, version, label }) => (
          <Field key={side} label={label}>
            <NativeSelect
              value={version?.id ?? "original"}
              onChange={({ target }) =>
                side === "from" ? go(target.value, to.id) : go(from?.id ?? "original", target.value)
              }
            >
              {side === "from" ? <option value="original">{t("original")}</option> : null}
              {versions.map((one) => (
                <option key={one.id} value={one.id}>
                  {labelOf(one)}
                </option>
              ))}
            </NativeSelect>
          </Field>
        ))}
      </div>
      <Card pad>
        <h2 className="text-base font-semibold">{t("changes")}</h2>
        <p className="text-sm text-muted-foreground tabular-nums">
          {t("scores", {
            before: from ? (from.score?.after ?? "–") : (to.score?.before ?? "–"),
            after: to.score?.after ?? "–",
          })}
        </p>
        {difference.length === 0 ? <p className="mt-2 text-muted-foreground">{t("same")}</p> : null}
        {difference.map(({ role, changes }) => (
          <section key={role} className="mt-3">
            <h3 className="text-sm font-semibold wrap-anywhere">{role}</h3>
            <ul className="divide-y divide-border">
              {changes.map(({ kind, point, technology, text, fromRole, fromText }) => (
                <li
                  key={`${kind} ${point}`}
                  className="grid grid-cols-[110px_minmax(0,1fr)] gap-x-3 gap-y-1 py-2 phone:grid-cols-1"
                >
                  <Status {...looks[kind]}>{t(kind)}</Status>
                  <div className="min-w-0 text-sm">
                    <button
                      type="button"
                      className="text-start wrap-anywhere hover:underline"
                      onClick={() => setPlace({ point })}
                    >
                      {text}
                    </button>
                    {fromText ? <del className="block text-muted-foreground wrap-anywhere">{fromText}</del> : null}
                    <span className="mt-1 flex flex-wrap items-center gap-1.5 text-xs text-muted-foreground">
                      <Tag>{technology}</Tag>
                      {fromRole ? t("before", { role: fromRole }) : null}
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Card>
      <div className="grid grid-cols-2 gap-4 max-[1024px]:grid-cols-1">
        {sides.map(({ side, version }) => (
          <DocumentView
            key={`${side} ${version?.id ?? "original"}`}
            address={`/api/tailoring/${organisation}/${submissionId}/preview/${version?.id ?? "original"}`}
            label={t("documentOf", { name, what: labelOf(version) })}
            download={`/api/tailoring/${organisation}/${submissionId}/document/${version?.id ?? "original"}`}
            place={place}
            className="h-[80dvh] max-[1024px]:h-auto max-[1024px]:max-h-[80dvh] rounded-md border border-border-strong"
            bar={<b className="min-w-0 truncate text-sm font-semibold">{labelOf(version)}</b>}
          />
        ))}
      </div>
    </div>
  );
}
