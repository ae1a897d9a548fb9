import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const radioClasses =
  "appearance-none inline-grid place-items-center size-[18px] flex-none align-middle rounded-full border border-input bg-card cursor-pointer touch-target phone:size-[22px] hover:border-foreground checked:border-primary aria-invalid:border-destructive disabled:border-border-strong disabled:bg-muted after:size-2.5 after:rounded-full after:bg-primary after:opacity-0 after:content-[''] checked:after:opacity-100";

export function Radio({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return <input type="radio" data-slot="radio" className={cn(radioClasses, className)} {...props} />;
}

/** One choice with its words; the chosen line is tinted. */
export function RadioLine({
  children,
  hint,
  className,
  ...props
}: Omit<ComponentProps<"input">, "type"> & { children: ReactNode; hint?: ReactNode }) {
  return (
    <label
      className={cn(
        "-ms-2.5 flex min-h-9 cursor-pointer items-start gap-2.5 rounded-sm px-2.5 py-[7px] has-checked:bg-accent phone:min-h-11 phone:items-center",
        className,
      )}
    >
      <Radio className="mt-0.5 phone:mt-0" {...props} />
      <span>
        {children}
        {hint ? <span className="block text-sm text-muted-foreground">{hint}</span> : null}
      </span>
    </label>
  );
}
