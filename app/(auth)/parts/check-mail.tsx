import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";

/** A mail is on its way; what to do with it. */
export function CheckMail({ children }: { children: ReactNode }) {
  return (
    <Notice icon="mail-check" tone="ok">
      {children}
    </Notice>
  );
}
