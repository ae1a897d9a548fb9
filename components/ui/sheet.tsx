"use client";

import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { overlayClasses } from "./dialog";
import { Icon } from "./icon";
import { useOpener } from "./use-opener";

/** Slides in from the bottom on a phone, from the end of the line elsewhere. */
export const Sheet = Radix.Root;
export const SheetTrigger = Radix.Trigger;
export const SheetClose = Radix.Close;

export function SheetContent({
  title,
  children,
  footer,
  className,
  hideTitle = false,
  ...props
}: Omit<ComponentProps<typeof Radix.Content>, "title"> & {
  title: ReactNode;
  footer?: ReactNode;
  hideTitle?: boolean;
}) {
  const t = useTranslations("ui");
  const opener = useOpener();
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayClasses} />
      <Radix.Content
        data-slot="sheet"
        aria-describedby={undefined}
        {...opener}
        className={cn(
          "fixed z-50 flex flex-col border-border-strong bg-popover text-popover-foreground shadow-float",
          "wide:inset-y-0 wide:end-0 wide:w-[min(420px,100vw)] wide:border-s wide:data-[state=open]:animate-slide-in",
          "phone:inset-x-0 phone:bottom-0 phone:max-h-[88dvh] phone:rounded-t-[12px] phone:border phone:pb-[env(safe-area-inset-bottom)] phone:data-[state=open]:animate-slide-up",
          className,
        )}
        {...props}
      >
        <span aria-hidden className="mx-auto mt-2 h-1 w-9 rounded-[2px] bg-input wide:hidden" />
        <header
          className={cn("flex items-center gap-3 px-5 pt-4 pb-2 phone:px-4 phone:pt-2", hideTitle && "wide:pb-0")}
        >
          <Radix.Title className={cn("min-w-0 flex-1 font-title text-xl", hideTitle && "sr-only")}>{title}</Radix.Title>
          <Radix.Close asChild>
            <Button variant="ghost" size="iconSmall" className="ms-auto" aria-label={t("close")}>
              <Icon name="x" />
            </Button>
          </Radix.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5 phone:px-4">{children}</div>
        {footer ? (
          <div className="flex gap-2 border-t border-border px-5 py-3 phone:px-4 phone:[&>*]:flex-1">{footer}</div>
        ) : null}
      </Radix.Content>
    </Radix.Portal>
  );
}
