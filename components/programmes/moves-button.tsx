"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Opens what can be done to a programme. */
export function MovesButton(props: ComponentProps<typeof Button>) {
  const t = useTranslations("programmes");
  return (
    <Button size="icon" aria-label={t("record.more")} {...props}>
      <Icon name="ellipsis" />
    </Button>
  );
}
