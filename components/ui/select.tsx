"use client";

import { Select as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import { controlClasses } from "./input";

export interface SelectOption {
  value: string;
  label: string;
  /** Second line. */
  hint?: string;
}

export type SelectProps = Omit<ComponentProps<typeof Radix.Trigger>, "value" | "defaultValue" | "onChange" | "dir"> & {
  options: readonly SelectOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  /** Sent with a form. */
  name?: string;
};

/** A list with more than words in a line. Where words are enough, NativeSelect is the better one. */
export function Select({
  options,
  value,
  defaultValue,
  onValueChange,
  placeholder,
  name,
  disabled,
  ...trigger
}: SelectProps) {
  return (
    <Radix.Root value={value} defaultValue={defaultValue} onValueChange={onValueChange} name={name} disabled={disabled}>
      <SelectTrigger placeholder={placeholder} {...trigger} />
      <SelectContent>
        {options.map((option) => (
          <SelectItem key={option.value} value={option.value} hint={option.hint}>
            {option.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Radix.Root>
  );
}

function SelectTrigger({
  placeholder,
  className,
  ...props
}: ComponentProps<typeof Radix.Trigger> & { placeholder?: string }) {
  return (
    <Radix.Trigger
      data-slot="select"
      className={cn(
        controlClasses,
        "flex items-center justify-between gap-2 text-start data-placeholder:text-muted-foreground",
        className,
      )}
      {...props}
    >
      <span className="min-w-0 truncate">
        <Radix.Value placeholder={placeholder} />
      </span>
      <Radix.Icon asChild>
        <Icon name="chevron-down" className="text-muted-foreground" />
      </Radix.Icon>
    </Radix.Trigger>
  );
}

function SelectContent({ className, children, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={4}
        collisionPadding={12}
        className={cn(
          "z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-lg border border-border-strong bg-popover text-popover-foreground shadow-float data-[state=open]:animate-rise",
          className,
        )}
        {...props}
      >
        <Radix.Viewport className="p-1.5">{children}</Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}

function SelectItem({ children, hint, className, ...props }: ComponentProps<typeof Radix.Item> & { hint?: ReactNode }) {
  return (
    <Radix.Item
      className={cn(
        "relative flex min-h-9 cursor-pointer flex-col justify-center rounded-sm py-1 ps-9 pe-3 outline-none select-none data-disabled:text-muted-foreground data-highlighted:bg-accent data-highlighted:text-accent-foreground phone:min-h-11",
        className,
      )}
      {...props}
    >
      <Radix.ItemIndicator className="absolute start-2.5">
        <Icon name="check" className="text-primary" />
      </Radix.ItemIndicator>
      <Radix.ItemText>{children}</Radix.ItemText>
      {hint ? <span className="text-sm text-muted-foreground">{hint}</span> : null}
    </Radix.Item>
  );
}
