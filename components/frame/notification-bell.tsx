"use client";

import type { ReactNode } from "react";
import { BellButton } from "./bell-button";
import { LateMenu } from "./late-menu";

export interface NotificationBellProps {
  unread: number;
  /** What it opens. */
  children?: ReactNode;
  onOpenChange?: (open: boolean) => void;
}

const load = () => import("./bell-popover").then((module) => module.BellPopover);

/** Unread news; the count is part of the button's name. */
export function NotificationBell(props: NotificationBellProps) {
  return (
    <LateMenu load={load} props={props} haspopup="dialog">
      <BellButton unread={props.unread} />
    </LateMenu>
  );
}
