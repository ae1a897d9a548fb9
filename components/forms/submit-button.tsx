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
      onClick={(event) => {
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
