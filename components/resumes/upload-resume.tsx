"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dropzone } from "@/components/files/dropzone";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

const largest = 25 * 1024 * 1024;

/** Brings a resume: the file goes up, then it is read in the background and its page opens. */
export function UploadResume({
  organisation,
  programmeId,
  personId,
  upload,
}: {
  organisation: string;
  programmeId: string;
  personId: string;
  upload: (organisation: string, input: { personId: string; fileId: string }) => Promise<ActionResult<{ id: string }>>;
}) {
  const t = useTranslations("resumes.upload");
  const router = useRouter();
  const begin = async (data: unknown) => {
    const { fileId } = data as { fileId: string };
    const result = await upload(organisation, { personId, fileId });
    if (!result.ok) return void toast.problem(result.refusal.message);
    toast.done(t("done"));
    router.push(`/${organisation}/programmes/${programmeId}/profile/${result.data.id}`);
  };
  return (
    <Card pad>
      <h3 className="mb-1 text-base font-semibold">{t("title")}</h3>
      <p className="mb-3 text-sm text-muted-foreground">{t("text")}</p>
      <Dropzone
        url={`/api/files/${organisation}`}
        title={t("drop")}
        hint={t("hint")}
        accept=".docx,.pdf"
        maxSize={largest}
        onUploaded={(data) => void begin(data)}
      />
    </Card>
  );
}
