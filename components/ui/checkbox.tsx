"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const checkClasses =
  "appearance-none inline-grid place-items-center size-[18px] flex-none align-middle border border-input rounded-sm bg-card cursor-pointer touch-target phone:size-[22px] hover:border-foreground checked:border-primary checked:bg-primary checked:hover:border-primary-hover indeterminate:border-primary indeterminate:bg-primary aria-invalid:border-destructive disabled:border-border-strong disabled:bg-muted after:h-1.5 after:w-2.5 after:-translate-y-[1.5px] after:-rotate-45 after:border-0 after:border-b-2 after:border-l-2 after:border-primary-foreground after:opacity-0 after:content-[''] checked:after:opacity-100 indeterminate:after:h-0 indeterminate:after:translate-y-0 indeterminate:after:rotate-0 indeterminate:after:border-l-0 indeterminate:after:opacity-100 disabled:after:border-muted-foreground";

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  /** Round: a task's done mark. */
  round?: boolean;
  /** Some of what it stands for is chosen, not all. */
  indeterminate?: boolean;
};

export function Checkbox({ className, round, indeterminate = false, ...props }: CheckboxProps) {
  return (
    <input
      type="checkbox"
      data-slot="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = indeterminate;
      }}
      className={cn(checkClasses, round && "rounded-full", className)}
      {...props}
    />
  );
}

/** A box with its sentence; the whole line is the target. */
export function CheckboxLine({
  children,
  hint,
  className,
  ...props
}: CheckboxProps & { children: ReactNode; hint?: ReactNode }) {
  return (
    <label className={cn("flex items-start gap-2.5 phone:min-h-11 phone:items-center", className)}>
      <Checkbox className="mt-0.5 phone:mt-0" {...props} />
      <span>
        {children}
        {hint ? <span className="block text-sm text-muted-foreground">{hint}</span> : null}
      </span>
    </label>
  );
}
