"use client";

import { useState } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { BellButton } from "./bell-button";
import type { OpensAtOnce } from "./late-menu";
import type { NotificationBellProps } from "./notification-bell";

/** The news behind the bell. */
export function BellPopover({ unread, children, onOpenChange, openAtOnce }: NotificationBellProps & OpensAtOnce) {
  const [open, setOpen] = useState(openAtOnce);
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        onOpenChange?.(next);
      }}
    >
      <PopoverTrigger asChild>
        <BellButton unread={unread} />
      </PopoverTrigger>
      <PopoverContent align="end" className="w-[380px] p-0">
        {children}
      </PopoverContent>
    </Popover>
  );
}
