import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A surface with a hairline. `pad` for plain content; header, rows and footer bring their own space. Never a card in a card. */
export function Card({
  pad = false,
  attention = false,
  className,
  ...props
}: ComponentProps<"section"> & { pad?: boolean; attention?: boolean }) {
  return (
    <section
      data-slot="card"
      className={cn(
        "min-w-0 rounded-md border border-border bg-card text-card-foreground",
        pad && "p-5 phone:p-4",
        attention && "border-warning-line",
        className,
      )}
      {...props}
    />
  );
}

/** Title at the start, what belongs to it at the end (`ms-auto`). */
export function CardHeader({ className, ...props }: ComponentProps<"header">) {
  return (
    <header
      data-slot="card-header"
      className={cn("flex min-h-12 items-center gap-2 border-b border-border px-5 py-2 phone:px-4", className)}
      {...props}
    />
  );
}

export function CardTitle({ className, ...props }: ComponentProps<"h2">) {
  return <h2 data-slot="card-title" className={cn("text-base font-semibold", className)} {...props} />;
}

export function CardFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      data-slot="card-footer"
      className={cn("border-t border-border px-5 py-2.5 text-sm text-muted-foreground phone:px-4", className)}
      {...props}
    />
  );
}
