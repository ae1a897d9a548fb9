"use client";

import { useState, type ComponentProps } from "react";
import { Input } from "@/components/ui/input";

export type ListInputProps = Omit<ComponentProps<"input">, "value" | "onChange" | "type" | "defaultValue"> & {
  value: readonly string[];
  onChange: (value: string[]) => void;
};

/** Several short texts in one line, with commas between them. The same one twice is one. */
export function ListInput({ value, onChange, onBlur, ...props }: ListInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      autoComplete="off"
      value={typed ?? value.join(", ")}
      onChange={(event) => {
        setTyped(event.target.value);
        const parts = event.target.value.split(",").map((part) => part.trim());
        onChange([...new Set(parts.filter((part) => part !== ""))]);
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
      {...props}
    />
  );
}
