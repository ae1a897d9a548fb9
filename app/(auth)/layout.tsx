import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/wordmark";

/** Pages before somebody is in: nothing but the name above what they came for. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-[30px] py-2 phone:px-1.5 phone:py-1">
        <Link
          href="/"
          className="inline-flex h-11 items-center gap-2.5 px-2.5 font-serif text-[1.25rem] leading-none font-semibold tracking-[-0.01em] text-foreground no-underline hover:text-foreground"
        >
          <Mark />
          Landfall
        </Link>
      </header>
      {children}
    </div>
  );
}
