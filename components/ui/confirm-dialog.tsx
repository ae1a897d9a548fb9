"use client";

import { useTranslations } from "next-intl";
import { AlertDialog as Radix } from "radix-ui";
import { useId, useState, useTransition } from "react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { dialogClasses, DialogFooter, overlayClasses } from "./dialog";
import { Input } from "./input";
import { Label } from "./label";

export interface ConfirmDialogProps {
  /** A question with the name in it: "Withdraw Wojciech Brandt from the programme?" */
  title: ReactNode;
  /** What happens then, and that it cannot be undone. */
  children: ReactNode;
  /** The button that does it: "Withdraw Wojciech". */
  confirm: string;
  /** The button that does not: "Keep him". */
  keep: string;
  /** To be typed before the button works, for what cannot be undone. Compared without case and outer spaces. */
  typed?: string;
  /** What to type, in words: "Type his last name to confirm". */
  typedLabel?: string;
  onConfirm: () => Promise<void> | void;
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** For what cannot be undone only; everything else is done at once with Undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [innerOpen, setInnerOpen] = useState(false);
  const open = props.open ?? innerOpen;
  const setOpen = props.onOpenChange ?? setInnerOpen;
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      {props.trigger ? <Radix.Trigger asChild>{props.trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content data-slot="confirm-dialog" className={dialogClasses}>
          <ConfirmBody {...props} close={() => setOpen(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function ConfirmBody({
  title,
  children,
  confirm,
  keep,
  typed,
  typedLabel,
  onConfirm,
  close,
}: ConfirmDialogProps & { close: () => void }) {
  const t = useTranslations("ui");
  const inputId = useId();
  const [value, setValue] = useState("");
  const [pending, start] = useTransition();
  const ready = typed === undefined || same(value, typed);
  const run = () => {
    if (!ready || pending) return;
    start(async () => {
      await onConfirm();
      close();
    });
  };
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <header className="px-6 pt-5 phone:px-4 phone:pt-4">
        <Radix.Title className="font-title text-xl">{title}</Radix.Title>
      </header>
      <div className="overflow-y-auto px-6 pt-2 pb-5 phone:px-4 phone:pb-4">
        <Radix.Description asChild>
          <div>{children}</div>
        </Radix.Description>
        {typed === undefined ? null : (
          <div className="mt-3.5 grid gap-[5px]">
            <Label htmlFor={inputId}>{typedLabel ?? t("typeToConfirm", { text: typed })}</Label>
            <Input id={inputId} autoComplete="off" value={value} onChange={(event) => setValue(event.target.value)} />
          </div>
        )}
      </div>
      <DialogFooter>
        <Radix.Cancel asChild>
          <Button>{keep}</Button>
        </Radix.Cancel>
        <Button
          type="submit"
          variant={ready ? "dangerSolid" : "outline"}
          aria-disabled={ready && !pending ? undefined : true}
          className={cn(pending && "cursor-progress")}
        >
          {confirm}
        </Button>
      </DialogFooter>
    </form>
  );
}

const same = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
