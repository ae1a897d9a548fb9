"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { Dropzone } from "@/components/files/dropzone";
import { FileList } from "@/components/files/file-list";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";

/** Files of a programme, and the place to add more. */
export function ProgrammeFiles({
  organisation,
  programmeId,
  files,
  adds,
  label,
}: {
  organisation: string;
  programmeId: string;
  files: ReadonlyArray<{
    id: string;
    name: string;
    size: number;
    mediaType: string;
    uploadedAt: Date;
    uploadedBy: string | null;
  }>;
  adds: boolean;
  label: string;
}) {
  const t = useTranslations("programmes.files");
  const format = useFormatter();
  const router = useRouter();
  return (
    <div className="grid max-w-3xl gap-5">
      <Card>
        {files.length === 0 ? (
          <Empty icon="folder-open" title={t("empty")}>
            {t("emptyText")}
          </Empty>
        ) : (
          <FileList
            label={label}
            files={files.map((file) => ({
              id: file.id,
              name: file.name,
              size: file.size,
              type: file.mediaType,
              href: `/api/files/${organisation}/${file.id}`,
              sub: t("by", {
                who: file.uploadedBy ?? "",
                when: format.dateTime(file.uploadedAt, { day: "numeric", month: "short", year: "numeric" }),
              }),
            }))}
          />
        )}
      </Card>
      {adds ? (
        <Dropzone
          url={`/api/files/${organisation}`}
          fields={{ entity: "programme", entityId: programmeId }}
          title={t("drop")}
          multiple
          onUploaded={() => router.refresh()}
        />
      ) : null}
    </div>
  );
}
