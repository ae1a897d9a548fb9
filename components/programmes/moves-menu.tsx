"use client";

import { LateMenu } from "@/components/frame/late-menu";
import type { ActionResult } from "@/lib/platform/result";
import type { ProgrammeMove, ProgrammeState } from "@/lib/programmes/lifecycle";
import { MovesButton } from "./moves-button";

type Act = (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;

export interface MovesMenuProps {
  organisation: string;
  id: string;
  state: ProgrammeState;
  moves: readonly ProgrammeMove[];
  /** What needs no further word is done from the menu; the rest has a page. */
  actions: Partial<Record<"accept" | "completePhase" | "remind" | "resume", Act>>;
}

const load = () => import("./moves-menu-content").then((module) => module.MovesMenuContent);

/** Everything that can be done to a programme now. */
export function MovesMenu(props: MovesMenuProps) {
  return (
    <LateMenu load={load} props={props} haspopup="menu">
      <MovesButton />
    </LateMenu>
  );
}
