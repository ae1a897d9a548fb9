import { cn } from "./cn";
import { Link } from "./link";

/** Our mark: land, coming nearer. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="square"
      aria-hidden
      className={cn("size-[22px] flex-none text-primary", className)}
    >
      <path d="M2 20h20M5.5 15.5h13M9 11h6" />
      <path d="M12 3.2v3.2" />
    </svg>
  );
}

/** The mark with the name, as a way home: above pages that stand outside of an organisation's frame. */
export function Wordmark({ href, className }: { href: string; className?: string }) {
  return (
    <Link
      href={href}
      className={cn(
        "inline-flex items-center gap-2.5 font-serif text-[1.25rem] leading-none font-semibold tracking-[-0.01em] text-foreground no-underline hover:text-foreground",
        className,
      )}
    >
      <Mark />
      Landfall
    </Link>
  );
}
