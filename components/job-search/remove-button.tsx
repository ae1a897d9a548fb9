"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

/** Takes a record of a search away, at once and with Undo, and leads to where it was listed. */
export function RemoveButton({
  organisation,
  id,
  back,
  remove,
  undo,
}: {
  organisation: string;
  id: string;
  back: string;
  remove: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("job-search");
  const router = useRouter();
  return (
    <div>
      <ActionButton
        variant="quiet"
        action={async () => {
          // Before the page is read anew: what it shows is gone by then.
          const result = await remove(organisation, { id });
          if (result.ok) router.push(back);
          return result;
        }}
        done={t("removed")}
        onUndo={(undone) => undo(organisation, undone)}
      >
        <Icon name="trash-2" />
        {t("remove")}
      </ActionButton>
    </div>
  );
}
