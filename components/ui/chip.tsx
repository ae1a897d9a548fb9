import { cva } from "class-variance-authority";
import { Slot } from "./slot";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";

export const chipVariants = cva(
  "inline-flex h-[30px] flex-none items-center gap-1.5 rounded-md border px-2.5 text-sm whitespace-nowrap no-underline phone:h-11 phone:px-3.5 phone:text-base",
  {
    variants: {
      state: {
        off: "border-border-strong bg-card text-foreground hover:border-input hover:text-foreground",
        on: "border-accent-line bg-accent text-accent-foreground [&_[data-slot=chip-key]]:text-accent-foreground",
        add: "border-dashed border-input bg-transparent text-muted-foreground hover:text-foreground",
      },
    },
    defaultVariants: { state: "off" },
  },
);

/** A small pressable tool beside a list: sort, columns, density, "Filter". */
export function Chip({
  state,
  asChild = false,
  className,
  ...props
}: ComponentProps<"button"> & { state?: "off" | "on" | "add"; asChild?: boolean }) {
  const Part = asChild ? Slot : "button";
  return (
    <Part
      data-slot="chip"
      type={asChild ? undefined : "button"}
      className={cn(chipVariants({ state }), className)}
      {...props}
    />
  );
}

/** A filter that is set: what, its value, and a × that removes it. Pressing the words opens it again. */
export function FilterChip({
  label,
  value,
  removeLabel,
  onRemove,
  onOpen,
}: {
  label: ReactNode;
  value: ReactNode;
  removeLabel: string;
  onRemove: () => void;
  onOpen?: () => void;
}) {
  return (
    <span data-slot="filter-chip" className={cn(chipVariants({ state: "on" }), "gap-0 pe-0 phone:pe-0")}>
      <button type="button" onClick={onOpen} className="inline-flex h-full items-center gap-1.5 rounded-sm">
        <span>{label}</span>
        <b className="font-semibold">{value}</b>
      </button>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="ms-1 me-0.5 inline-grid size-6 place-items-center rounded-sm hover:bg-[color-mix(in_oklab,var(--primary)_16%,var(--card))] phone:me-0 phone:size-11"
      >
        <Icon name="x" size="small" />
      </button>
    </span>
  );
}

/** Chips in a line; on a phone they scroll sideways, edge to edge. */
export function ChipRow({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="chip-row"
      className={cn(
        "flex flex-wrap items-center gap-1.5 phone:flex-nowrap phone:overflow-x-auto phone:py-1 no-scrollbar phone-bleed",
        className,
      )}
      {...props}
    />
  );
}
