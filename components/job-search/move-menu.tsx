"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OpensAtOnce } from "@/components/frame/late-menu";
import type { OpenStage } from "@/components/job-search/board-card";
import { stageLook } from "@/components/job-search/stage-look";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { openStages, possibleStages, type Stage } from "@/lib/job-search/rules/stages";

export interface MoveMenuProps {
  label: string;
  stage: Stage;
  /** The opportunity's page; an end is asked for below it. */
  href: string;
  onMove: (stage: OpenStage) => void;
}

/** Where an opportunity can go. An end leads to a page that asks when, or why. */
export function MoveMenu({ label, stage, href, onMove, openAtOnce }: MoveMenuProps & OpensAtOnce) {
  const t = useTranslations("job-search");
  const possible = possibleStages(stage);
  const open = openStages.filter((to) => possible.includes(to));
  const ends = possible.filter((to) => !(openStages as readonly Stage[]).includes(to));
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <Button size="icon" variant="quiet" aria-label={label}>
          <Icon name="ellipsis" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {open.map((to) => (
          <DropdownMenuItem key={to} onSelect={() => onMove(to)}>
            <Icon name={stageLook[to].icon} />
            {t("moveTo", { stage: t(`stages.${to}`) })}
          </DropdownMenuItem>
        ))}
        {ends.length > 0 ? <DropdownMenuSeparator /> : null}
        {ends.map((to) => (
          <DropdownMenuItem key={to} asChild>
            <Link href={`${href}/move/${to}`}>
              <Icon name={stageLook[to].icon} />
              {t(`ends.${to}`)}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
