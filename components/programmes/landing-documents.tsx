"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import type { z } from "zod";
import { Dropzone } from "@/components/files/dropzone";
import { FileList } from "@/components/files/file-list";
import { DoButton } from "@/components/forms/do-button";
import type { Undo } from "@/components/forms/run-undo";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { AttachFile, FileCard } from "@/lib/files/schemas";
import type { ActionResult } from "@/lib/platform/result";

/** Documents of a landing: the offer letter, the contract. Shown only to the executive and who works the case, and only they add some. */
export function LandingDocuments({
  organisation,
  landingId,
  files,
  takeOff,
  undo,
}: {
  organisation: string;
  landingId: string;
  files: ReadonlyArray<Pick<FileCard, "id" | "name" | "size" | "mediaType" | "uploadedAt" | "uploadedBy">>;
  takeOff: (organisation: string, input: z.input<typeof AttachFile>) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("programmes.landing.documents");
  const format = useFormatter();
  const router = useRouter();
  const record = { entity: "landing", entityId: landingId };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      {files.length > 0 ? (
        <FileList
          label={t("title")}
          files={files.map((file) => ({
            id: file.id,
            name: file.name,
            size: file.size,
            type: file.mediaType,
            href: `/api/files/${organisation}/${file.id}`,
            sub: t("by", {
              who: file.uploadedBy ?? "none",
              when: format.dateTime(file.uploadedAt, { day: "numeric", month: "short", year: "numeric" }),
            }),
            actions: (
              <DoButton
                organisation={organisation}
                act={takeOff}
                input={{ fileId: file.id, ...record }}
                undo={undo}
                done={t("removed", { name: file.name })}
                label={t("remove", { name: file.name })}
                variant="ghost"
                size="iconSmall"
              >
                <Icon name="trash-2" />
              </DoButton>
            ),
          }))}
        />
      ) : null}
      <div className="grid gap-3 p-5 phone:p-4">
        <p className="text-muted-foreground">{t(files.length > 0 ? "who" : "empty")}</p>
        <Dropzone
          url={`/api/files/${organisation}`}
          fields={record}
          title={t("drop")}
          multiple
          onUploaded={() => router.refresh()}
        />
      </div>
    </Card>
  );
}
