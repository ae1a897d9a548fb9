"use client";

import { useTranslations } from "next-intl";
import { LateDialog } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { StartBatchSheetProps } from "./start-batch-sheet";

/** The button that begins a batch; what it opens comes when one reaches for it. */
export function StartBatch(props: StartBatchSheetProps) {
  const t = useTranslations("tailor.startBatch");
  return (
    <LateDialog load={() => import("./start-batch-sheet").then((module) => module.StartBatchSheet)} props={props}>
      <Button variant="primary">
        <Icon name="file-text" />
        {t("requirementId" in props.of ? "candidates.open" : "requirements.open")}
      </Button>
    </LateDialog>
  );
}
