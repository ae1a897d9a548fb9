"use client";

import { useTranslations } from "next-intl";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { OpensAtOnce } from "./late-menu";
import { OrganisationButton } from "./organisation-button";
import type { OrganisationSwitcherProps } from "./organisation-switcher";

/** The other firms of this person. */
export function OrganisationMenu({ current, all, openAtOnce }: OrganisationSwitcherProps & OpensAtOnce) {
  const t = useTranslations("ui");
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <OrganisationButton current={current} />
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
