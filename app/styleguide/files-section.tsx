"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dropzone } from "@/components/files/dropzone";
import { FileList } from "@/components/files/file-list";
import { UploadRow } from "@/components/files/upload-row";
import { ImportWizard } from "@/components/import-wizard/import-wizard";
import type { ImportColumn, ImportStep } from "@/components/import-wizard/types";
import { Card } from "@/components/ui/card";
import { Part, Specimen } from "./specimen";

const nothing = () => undefined;

/** Files on their way and files that are there; an import from upload to undo. */
export function FilesSection() {
  const t = useTranslations("styleguide");
  const [step, setStep] = useState<ImportStep>("preview");
  const [columns, setColumns] = useState<ImportColumn[]>([
    { name: "Full name", samples: ["Jeanne Moreau", "Ivo Hladík"], target: "name" },
    { name: "E-Mail", samples: ["j.moreau@@norvel.example", "ivo@hladik.example"], target: "mail" },
    { name: "Firm", samples: ["Norvel", ""], target: "company" },
    { name: "Remarks", samples: ["met in Lyon"], target: null },
  ]);
  return (
    <Part id="files" title={t("files")}>
      <Specimen title={t("upload")}>
        <Dropzone
          url="/styleguide/upload"
          title={t("dropResume")}
          hint={t("dropHint")}
          accept=".docx,.pdf"
          maxSize={10_000_000}
        />
        <Card className="mt-3">
          <ul className="divide-y divide-border">
            <UploadRow
              upload={{
                key: 1,
                name: "Santangelo_Resume_2026_final_v3.docx",
                size: 48_210,
                share: 0.62,
                phase: "sending",
              }}
              onStop={nothing}
              onRetry={nothing}
              onRemove={nothing}
            />
            <UploadRow
              upload={{ key: 2, name: "Board letter v2.docx", size: 212_000, share: 1, phase: "done" }}
              onStop={nothing}
              onRetry={nothing}
              onRemove={nothing}
            />
            <UploadRow
              upload={{
                key: 3,
                name: "old-resume.doc",
                size: 88_000,
                share: 0,
                phase: "refused",
                problem: t("lockedFile"),
              }}
              onStop={nothing}
              onRetry={nothing}
              onRemove={nothing}
            />
          </ul>
        </Card>
      </Specimen>
      <Specimen title={t("fileList")}>
        <Card>
          <FileList
            label={t("documents")}
            files={[
              {
                id: "1",
                name: "Board letter v2.docx",
                size: 48_210,
                type: "application/docx",
                href: "#files",
                sub: "Aurelio · 18 Nov",
              },
              {
                id: "2",
                name: "Profile screenshot.png",
                size: 212_400,
                type: "image/png",
                href: "#files",
                sub: "Aurelio · 12 Nov",
              },
              {
                id: "3",
                name: "contacts_november.csv",
                size: 1_204_000,
                type: "text/csv",
                href: "#files",
                sub: "Judith · 2 Nov",
              },
            ]}
          />
        </Card>
      </Specimen>
      <Specimen title={t("import")} wide>
        <ImportWizard
          step={step}
          noun={t("contacts")}
          fileName="contacts_november.csv"
          uploadUrl="/styleguide/upload"
          templateHref="#files"
          problemsHref="#files"
          resultHref="#files"
          fields={[
            { key: "name", label: t("name"), required: true },
            { key: "mail", label: t("mail"), required: true },
            { key: "company", label: t("company") },
          ]}
          columns={columns}
          preview={{
            ready: 1204,
            merged: 17,
            problemRows: 3,
            sample: [],
            problems: [
              { row: 48, field: t("mail"), value: "j.moreau@@norvel.example", problem: t("twoAts") },
              { row: 311, field: t("nextDate"), value: "31.11.2026", problem: t("thirtyDays") },
              { row: 902, field: t("company"), value: "", problem: t("neededCompany") },
            ],
          }}
          run={{
            counted: `1221 ${t("contacts")}`,
            total: 1221,
            done: step === "done" ? 1221 : 840,
            failed: step === "done" ? 0 : 2,
            left: t("oneMinute"),
          }}
          onUploaded={() => setStep("map")}
          onColumns={setColumns}
          onStep={setStep}
          onStop={() => setStep("done")}
          onRetry={nothing}
          onUndo={() => setStep("upload")}
        />
      </Specimen>
    </Part>
  );
}
