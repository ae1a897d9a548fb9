import { clsx } from "clsx";
import type { ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({ extend: { theme: { shadow: ["float"], text: ["md"] } } });

/** Joins class names; of two that set the same thing the later one wins, so that a caller can override a part. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
