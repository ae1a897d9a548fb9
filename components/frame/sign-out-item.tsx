"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";

/** The last line of the user menu; `action` is a server action. */
export function SignOutItem({ action }: { action: () => Promise<void> }) {
  const t = useTranslations("ui");
  const [pending, start] = useTransition();
  return (
    <DropdownMenuItem disabled={pending} onSelect={() => start(action)}>
      <Icon name="log-out" />
      {t("frame.signOut")}
    </DropdownMenuItem>
  );
}
