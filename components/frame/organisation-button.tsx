import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";
import type { FrameOrganisation } from "./types";

/** The firm one sits in, as a button. */
export function OrganisationButton({ current, ...props }: ComponentProps<"button"> & { current: FrameOrganisation }) {
  const t = useTranslations("ui");
  return (
    <button
      type="button"
      className="-ms-2 inline-flex h-9 min-w-0 items-center gap-1.5 rounded-md px-2 font-semibold hover:bg-muted phone:h-11"
      {...props}
    >
      <span className="min-w-0 truncate">
        <bdi>{current.name}</bdi>
      </span>
      <Icon name="chevrons-up-down" size="small" className="text-muted-foreground" />
      <span className="sr-only">{t("frame.switchOrganisation")}</span>
    </button>
  );
}
