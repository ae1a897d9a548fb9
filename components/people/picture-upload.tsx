"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

/** Comes when the page stands. */
const Dropzone = dynamic(() => import("@/components/files/dropzone").then((module) => module.Dropzone), {
  ssr: false,
  loading: () => <Skeleton className="h-28 min-w-60 flex-1" />,
});

export interface PictureUploadProps {
  organisation: string;
  /** The record on which the picture hangs, so that who sees it sees the picture. */
  record: { entity: string; id: string };
  /** The picture as it is now. */
  children: ReactNode;
  chosen: boolean;
  title: string;
  choose: (organisation: string, input: { fileId: string | null }) => Promise<ActionResult<unknown>>;
}

/** One picture: shown, replaced, taken away. */
export function PictureUpload({ organisation, record, children, chosen, title, choose }: PictureUploadProps) {
  const t = useTranslations("people.picture");
  const take = async (data: unknown) => {
    const fileId = (data as { fileId?: unknown } | null)?.fileId;
    if (typeof fileId !== "string") return;
    const result = await choose(organisation, { fileId });
    if (result.ok) toast.done(t("saved"));
    else toast.problem(result.refusal.message);
  };
  return (
    <div className="flex flex-wrap items-start gap-4">
      <div className="grid justify-items-center gap-1.5">
        {children}
        {chosen ? (
          <ActionButton
            variant="quiet"
            size="small"
            action={() => choose(organisation, { fileId: null })}
            done={t("removed")}
          >
            {t("remove")}
          </ActionButton>
        ) : null}
      </div>
      <Dropzone
        url={`/api/files/${organisation}`}
        fields={{ entity: record.entity, entityId: record.id }}
        title={title}
        hint={t("hint")}
        accept="image/jpeg,image/png,image/webp"
        maxSize={5 * 1024 * 1024}
        onUploaded={(data) => void take(data)}
        className="min-w-60 flex-1"
      />
    </div>
  );
}
