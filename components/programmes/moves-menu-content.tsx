"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { OpensAtOnce } from "@/components/frame/late-menu";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { MovesButton } from "./moves-button";
import type { MovesMenuProps } from "./moves-menu";

const icons: Record<string, IconName> = {
  activate: "circle-play",
  pause: "circle-pause",
  resume: "play",
  land: "handshake",
  complete: "circle-check",
  expire: "hourglass",
  withdraw: "circle-x",
  reopen: "rotate-ccw",
};

/** Everything that can be done to a programme now. */
export function MovesMenuContent({
  organisation,
  id,
  state,
  moves,
  actions,
  openAtOnce,
}: MovesMenuProps & OpensAtOnce) {
  const t = useTranslations("programmes");
  const [, start] = useTransition();
  const act = (key: "completePhase" | "remind" | "resume") =>
    start(async () => {
      const result = await actions[key]?.(organisation, { id });
      if (result?.ok) toast.done(t(`moves.done.${key}`));
      else if (result) toast.problem(result.refusal.message);
    });
  const page = (move: string) => `/${organisation}/programmes/${id}/do/${move}`;
  const running = state === "active" || state === "intake" || state === "paused";
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <MovesButton />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {state === "invited" ? (
          <DropdownMenuItem onSelect={() => act("remind")}>
            <Icon name="send" />
            {t("moves.remind")}
          </DropdownMenuItem>
        ) : null}
        {running ? (
          <DropdownMenuItem onSelect={() => act("completePhase")}>
            <Icon name="check-check" />
            {t("moves.completePhase")}
          </DropdownMenuItem>
        ) : null}
        {moves
          .filter((move) => move !== "accept")
          .map((move) =>
            move === "resume" ? (
              <DropdownMenuItem key={move} onSelect={() => act("resume")}>
                <Icon name="play" />
                {t("moves.resume")}
              </DropdownMenuItem>
            ) : (
              <DropdownMenuItem key={move} asChild danger={move === "withdraw"}>
                <Link href={page(move)}>
                  <Icon name={icons[move] ?? "circle"} />
                  {t(`moves.${move}`)}
                </Link>
              </DropdownMenuItem>
            ),
          )}
        {state === "active" || state === "paused" ? (
          <DropdownMenuItem asChild>
            <Link href={page("extend")}>
              <Icon name="calendar-plus" />
              {t("moves.extend")}
            </Link>
          </DropdownMenuItem>
        ) : null}
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href={page("edit")}>
            <Icon name="pencil" />
            {t("moves.edit")}
          </Link>
        </DropdownMenuItem>
        {running || state === "invited" ? (
          <DropdownMenuItem asChild>
            <Link href={`/${organisation}/programmes/${id}/package`}>
              <Icon name="layers" />
              {t("moves.package")}
            </Link>
          </DropdownMenuItem>
        ) : null}
        {running || state === "invited" || state === "landed" ? (
          <DropdownMenuItem asChild>
            <Link href={page("hand-over")}>
              <Icon name="arrow-right-left" />
              {t("moves.handOver")}
            </Link>
          </DropdownMenuItem>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
