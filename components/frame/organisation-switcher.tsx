"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { FrameOrganisation } from "./types";

/** Which firm one sits in; with several it leads to the others. */
export function OrganisationSwitcher({ current, all }: { current: FrameOrganisation; all: FrameOrganisation[] }) {
  const t = useTranslations("ui");
  if (all.length < 2) {
    return (
      <span className="min-w-0 truncate font-semibold">
        <bdi>{current.name}</bdi>
      </span>
    );
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="-ms-2 inline-flex h-9 min-w-0 items-center gap-1.5 rounded-md px-2 font-semibold hover:bg-muted phone:h-11">
        <span className="min-w-0 truncate">
          <bdi>{current.name}</bdi>
        </span>
        <Icon name="chevrons-up-down" size="small" className="text-muted-foreground" />
        <span className="sr-only">{t("frame.switchOrganisation")}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>{t("frame.organisations")}</DropdownMenuLabel>
        {all.map((organisation) => (
          <DropdownMenuItem key={organisation.slug} asChild>
            <Link href={`/${organisation.slug}`} aria-current={organisation.slug === current.slug ? "true" : undefined}>
              <Icon name={organisation.slug === current.slug ? "check" : "building"} />
              <bdi>{organisation.name}</bdi>
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
