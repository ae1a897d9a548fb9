import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Wordmark } from "@/components/ui/wordmark";

/** The demo's mailbox stands outside of any organisation: the name above, and the way to the sign-in. */
export default async function DemoMailboxLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("mail.mailbox");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center gap-3 border-b border-border px-8 narrow:px-6 phone:px-4">
        <Wordmark href="/" className="h-(--topbar-height)" />
        <Link href="/sign-in" className="ms-auto inline-flex min-h-11 items-center">
          {t("signIn")}
        </Link>
      </header>
      <main
        id="main"
        className="mx-auto w-full max-w-[1288px] px-8 pt-8 pb-14 narrow:px-6 phone:px-4 phone:pt-5 phone:pb-10"
      >
        {children}
      </main>
    </div>
  );
}
