"use client";

import { Button } from "@/components/ui/button";
import type { ButtonProps } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Keeps its words and its width while it works; pressed again it does nothing. */
export function SubmitButton({
  pending,
  children,
  variant = "primary",
  onClick,
  ...props
}: ButtonProps & { pending: boolean }) {
  return (
    <Button
      type="submit"
      variant={variant}
      aria-busy={pending || undefined}
      // Pressing it must not move it: a field that is left now takes its error away, and the click would end beside the button.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        // Fields that read what was typed when one leaves them read it here.
        event.currentTarget.focus();
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
      className={pending ? "relative cursor-progress" : "relative"}
      {...props}
    >
      <span
        className={pending ? "inline-flex items-center gap-[7px] opacity-40" : "inline-flex items-center gap-[7px]"}
      >
        {children}
      </span>
      {pending ? <Icon name="loader" className="absolute animate-turn" /> : null}
    </Button>
  );
}
