"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dropzone } from "@/components/files/dropzone";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import { fetchAhead } from "./preview/fetch-drawable";

const largest = 25 * 1024 * 1024;

const documentView = () => import("./preview/document-view").then((module) => module.DocumentView);
const DocumentView = dynamic(documentView, { ssr: false });

export interface UploadCandidatesProps {
  organisation: string;
  /** Whose newer resume it is; new candidates where it is left out. */
  candidateId?: string;
  add?: (organisation: string, input: { fileId: string }) => Promise<ActionResult<{ id: string }>>;
  addResume?: (organisation: string, input: { id: string; fileId: string }) => Promise<ActionResult<unknown>>;
}

/** Takes resumes, several at once: each is a new candidate, or one more resume of the same. The newest is shown as it looks; they are read in the background. */
export function UploadCandidates({ organisation, candidateId, add, addResume }: UploadCandidatesProps) {
  const t = useTranslations("tailoring.upload");
  const router = useRouter();
  const [added, setAdded] = useState<readonly { id: string; file: string }[]>([]);
  const [shown, setShown] = useState<{ address: string; file: string } | null>(null);
  // There when the first file is: whoever is here is about to bring one.
  useEffect(() => {
    if (!candidateId) void Promise.all([documentView(), import("./preview/draw-document")]).catch(() => null);
  }, [candidateId]);
  const begin = async (data: unknown, file: File): Promise<string | void> => {
    const { fileId } = data as { fileId: string };
    const address = `/api/files/${organisation}/${fileId}/preview`;
    if (!candidateId) {
      fetchAhead(address);
      setShown({ address, file: file.name });
    }
    const result = candidateId
      ? await addResume!(organisation, { id: candidateId, fileId }).catch(() => null)
      : await add!(organisation, { fileId }).catch(() => null);
    if (!result?.ok) {
      setShown((now) => (now?.address === address ? null : now));
      return result?.refusal.message ?? t("notAdded", { file: file.name });
    }
    if (candidateId) {
      toast.done(t("resumeAdded"));
      router.refresh();
    } else setAdded((before) => [...before, { id: (result.data as { id: string }).id, file: file.name }]);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Dropzone
        url={`/api/files/${organisation}`}
        title={t(candidateId ? "dropOne" : "drop")}
        hint={t("hint")}
        accept=".docx,.pdf"
        maxSize={largest}
        multiple={!candidateId}
        onUploaded={begin}
      />
      {added.length > 0 ? (
        <div role="status">
          <p className="mb-2 font-semibold">{t("added", { count: added.length })}</p>
          <Rows className="rounded-md border border-border bg-card">
            {added.map(({ id, file }) => (
              <Row key={id} className="flex items-center gap-2">
                <Icon name="circle-check" size="small" className="flex-none text-success" />
                <Link data-row-link href={`/${organisation}/candidates/${id}`} className="min-w-0 truncate">
                  {file}
                </Link>
              </Row>
            ))}
          </Rows>
        </div>
      ) : null}
      {shown ? (
        <DocumentView
          key={shown.address}
          address={shown.address}
          label={shown.file}
          bar={<b className="min-w-0 truncate text-sm font-semibold">{shown.file}</b>}
          className="max-h-[70dvh] rounded-md border border-border"
        />
      ) : null}
    </div>
  );
}
