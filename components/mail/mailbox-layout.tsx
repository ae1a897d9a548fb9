import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";

/** Where the list stands, so that it can be gone back to. */
export interface MailboxPlace {
  /** Address of the mailbox without anything open. */
  home: string;
  /** What was searched. */
  q: string;
  /** What else stands in the address: the tab. */
  kept: Readonly<Record<string, string>>;
}

/** List at the start, the open mail beside it; on a phone the list, then the mail with a way back. */
export function MailboxLayout({
  place,
  list,
  tabs,
  pages,
  children,
}: {
  place: MailboxPlace;
  list: ReactNode;
  tabs?: ReactNode;
  pages?: ReactNode;
  /** The open mail. */
  children?: ReactNode;
}) {
  const t = useTranslations("mail.mailbox");
  const back = addressOf(place.home, { ...place.kept, q: place.q });
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(260px,340px)_minmax(0,1fr)] beside:grid-cols-[380px_minmax(0,1fr)]">
      <section aria-label={t("list")} className={cn("min-w-0", children ? "phone:hidden" : "")}>
        {tabs}
        <form role="search" action={place.home} className="my-3 flex gap-2">
          {Object.entries(place.kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Input type="search" name="q" defaultValue={place.q} aria-label={t("search")} placeholder={t("search")} />
          <Button type="submit" size="icon" aria-label={t("searchNow")}>
            <Icon name="search" />
          </Button>
        </form>
        <Card className="overflow-hidden">{list}</Card>
        {pages}
      </section>
      <div
        className={cn(
          "min-w-0 wide:sticky wide:top-[calc(var(--topbar-height)+16px)] wide:max-h-[calc(100dvh-var(--topbar-height)-32px)] wide:overflow-y-auto",
          children ? "" : "phone:hidden",
        )}
      >
        {children ? (
          <>
            <LinkButton variant="quiet" className="mb-3 hidden ps-0 phone:inline-flex" href={back} icon="arrow-left">
              {t("back")}
            </LinkButton>
            {children}
          </>
        ) : (
          <p className="px-6 py-16 text-center text-muted-foreground">{t("choose")}</p>
        )}
      </div>
    </div>
  );
}

/** An address with what is not empty of `query`. */
export function addressOf(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  return search ? `${path}?${search}` : path;
}
