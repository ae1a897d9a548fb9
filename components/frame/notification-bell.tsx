"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

/** Unread news. What opens is `children`; the count is spoken when it changes. */
export function NotificationBell({
  unread,
  children,
  onOpenChange,
}: {
  unread: number;
  children?: ReactNode;
  onOpenChange?: (open: boolean) => void;
}) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        onOpenChange?.(next);
      }}
    >
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="relative"
          aria-label={t("frame.notifications", { count: unread })}
        >
          <Icon name="bell" />
          {unread > 0 ? (
            <span
              aria-hidden
              className="absolute end-0.5 top-1 h-4 min-w-4 rounded-full bg-primary px-1 text-center text-[11px] leading-4 font-semibold text-primary-foreground tabular-nums phone:end-[5px] phone:top-1.5"
            >
              {unread > 99 ? "99+" : unread}
            </span>
          ) : null}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-[380px] p-0">
        {children}
      </PopoverContent>
    </Popover>
  );
}
