"use client";

import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { Icon } from "./icon";
import { useOpener } from "./use-opener";

/** A short question or a small form above the page. Long forms are pages. */
export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

export const overlayClasses = "fixed inset-0 z-50 bg-overlay data-[state=open]:animate-appear";
export const dialogClasses =
  "fixed z-50 start-1/2 top-[min(12vh,120px)] -translate-x-1/2 rtl:translate-x-1/2 w-[min(480px,calc(100vw-32px))] max-h-[calc(100dvh-96px)] flex flex-col rounded-lg border border-border-strong bg-popover text-popover-foreground shadow-float data-[state=open]:animate-rise phone:top-auto phone:bottom-4";

export interface DialogContentProps extends Omit<ComponentProps<typeof Radix.Content>, "title"> {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the end, the solid one last. */
  footer?: ReactNode;
  /** Hides the ×, where an answer is needed. */
  withoutClose?: boolean;
}

export function DialogContent({
  title,
  description,
  footer,
  withoutClose,
  children,
  className,
  ...props
}: DialogContentProps) {
  const t = useTranslations("ui");
  const opener = useOpener();
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayClasses} />
      <Radix.Content
        data-slot="dialog"
        className={cn(dialogClasses, className)}
        {...(description ? {} : { "aria-describedby": undefined })}
        {...opener}
        {...props}
      >
        <header className="flex items-start gap-3 px-6 pt-5 pb-1 phone:px-4 phone:pt-4">
          <Radix.Title className="min-w-0 flex-1 font-title text-xl">{title}</Radix.Title>
          {withoutClose ? null : (
            <Radix.Close asChild>
              <Button variant="ghost" size="iconSmall" aria-label={t("close")}>
                <Icon name="x" />
              </Button>
            </Radix.Close>
          )}
        </header>
        <div className="min-h-0 overflow-y-auto px-6 pt-1 pb-5 phone:px-4 phone:pb-4">
          {description ? <Radix.Description className="mb-3">{description}</Radix.Description> : null}
          {children}
        </div>
        {footer ? <DialogFooter>{footer}</DialogFooter> : null}
      </Radix.Content>
    </Radix.Portal>
  );
}

export function DialogFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      data-slot="dialog-footer"
      className={cn(
        "flex justify-end gap-2 border-t border-border px-6 py-3.5 phone:px-4 phone:py-3 phone:[&>*]:flex-1 phone:[&>*]:px-2",
        className,
      )}
      {...props}
    />
  );
}
