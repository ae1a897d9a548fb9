import { cn } from "./cn";
import { initialsOf } from "./initials";

const sizes = {
  small: "size-6 text-[10.5px]",
  default: "size-8 text-[12.5px]",
  large: "size-13 text-lg font-medium phone:size-11 phone:text-base",
} as const;

export interface AvatarProps {
  name: string;
  /** Address of a photo on this server. */
  photo?: string | null;
  size?: keyof typeof sizes;
  /** The person who is signed in, tinted. */
  me?: boolean;
  className?: string;
}

/** Round means a person. The name always stands beside it, so it is silent for screen readers. */
export function Avatar({ name, photo, size = "default", me = false, className }: AvatarProps) {
  return (
    <span
      data-slot="avatar"
      aria-hidden
      className={cn(
        "inline-grid flex-none place-items-center overflow-hidden rounded-full leading-none font-semibold inset-ring",
        me ? "bg-accent text-accent-foreground inset-ring-accent-line" : "bg-muted text-foreground inset-ring-border",
        sizes[size],
        className,
      )}
    >
      {photo ? <img src={photo} alt="" loading="lazy" className="size-full object-cover" /> : initialsOf(name)}
    </span>
  );
}
