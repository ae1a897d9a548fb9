"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { Inventory } from "@/lib/inventories/items";
import type { ActionResult } from "@/lib/platform/result";

/** Who sees a result; the person changes it in one press, in force at once. */
export function ShareCard({
  organisation,
  inventory,
  shared,
  share,
}: {
  organisation: string;
  inventory: Inventory;
  shared: boolean;
  share: (
    organisation: string,
    input: { inventory: Inventory; withConsultant: boolean },
  ) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("inventories.result");
  return (
    <Card pad className="grid justify-items-start gap-3">
      <h2 className="flex items-center gap-2 text-base font-semibold">
        <Icon name={shared ? "users" : "lock"} />
        {t("share")}
      </h2>
      <p className="text-sm">{t("shareText", { shared: String(shared) })}</p>
      <ActionButton
        action={() => share(organisation, { inventory, withConsultant: !shared })}
        done={t(shared ? "keptDone" : "sharedDone")}
      >
        {t(shared ? "keepToMe" : "shareWith")}
      </ActionButton>
    </Card>
  );
}
