import { cn } from "./cn";
import { iconSprite, type IconName } from "./icon-sprite";

export type { IconName };

const sizes = {
  small: "size-[15px] stroke-[2]",
  default: "size-[18px] stroke-[1.75]",
  large: "size-6 stroke-[1.5]",
} as const;

export interface IconProps {
  name: IconName;
  /** 15, 18 or 24 px; the line gets thinner as the icon grows. */
  size?: keyof typeof sizes;
  className?: string;
  /** Spoken name. Without it the icon is decoration, and a word stands beside it. */
  label?: string;
}

/** A Lucide icon, drawn alike on the server and in the browser. A new name goes into icon-names.json (see scripts/icons.ts). */
export function Icon({ name, size = "default", className, label }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      data-slot="icon"
      className={cn("block flex-none", sizes[size], className)}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <use href={`${iconSprite}#${name}`} />
    </svg>
  );
}
