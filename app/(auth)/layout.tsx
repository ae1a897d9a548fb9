import type { ReactNode } from "react";
import { ForgetLists } from "@/components/offline/forget-lists";
import { Wordmark } from "@/components/ui/wordmark";

/** Pages before somebody is in: nothing but the name above what they came for. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <ForgetLists />
      <header className="px-[30px] py-2 phone:px-1.5 phone:py-1">
        <Wordmark href="/" className="h-11 px-2.5" />
      </header>
      {children}
    </div>
  );
}
