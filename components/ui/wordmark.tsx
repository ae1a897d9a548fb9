import { cn } from "./cn";

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
