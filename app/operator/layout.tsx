import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOutHere } from "../(workspace)/[organisation]/actions";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Wordmark } from "@/components/ui/wordmark";
import { operatorActor } from "@/lib/identity/installation-actor";
import { ownOrganisations } from "@/lib/organisations/queries/own";

export async function generateMetadata() {
  const title = (await getTranslations("organisations.operator"))("title");
  return { title: { default: title, template: `%s · ${title}` } };
}

/** Pages of who runs the installation: the directory of organisations, nothing of what is in them. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const { userId } = await operatorActor();
  const works = userId !== null && (await ownOrganisations(userId)).length > 0;
  const frame = await getTranslations("ui.frame");
  const t = await getTranslations("organisations.operator");
  return (
    <div className="min-h-dvh">
      <header className="flex h-(--topbar-height) items-center gap-2.5 border-b border-border px-8 phone:px-4">
        <Wordmark href="/operator" className="h-11" />
        <span className="text-muted-foreground">{t("title")}</span>
        <form action={signOutHere} className="ms-auto flex items-center gap-1">
          {works ? (
            <LinkButton variant="quiet" href="/">
              {t("back")}
            </LinkButton>
          ) : null}
          <Button type="submit" variant="quiet">
            {frame("signOut")}
          </Button>
        </form>
      </header>
      <main className="mx-auto w-full max-w-[1288px] px-8 pt-8 pb-14 phone:px-4 phone:pt-5 phone:pb-24">
        {children}
      </main>
    </div>
  );
}
