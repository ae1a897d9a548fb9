import { useTranslations } from "next-intl";
import { addressOf } from "@/components/mail/mailbox-layout";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";

export interface MailFilter {
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

/** What mails can be narrowed to, one choice a line; each choice is an address, and chosen again it goes away. */
export function MailFilters({
  home,
  q,
  kept,
  filters,
}: {
  home: string;
  q: string;
  /** The filters that are set, as they stand in the address. */
  kept: Readonly<Record<string, string>>;
  filters: readonly MailFilter[];
}) {
  const t = useTranslations("mail.mailbox");
  return (
    <nav aria-label={t("which")} className="grid gap-1.5">
      {filters.map(({ key, label, options }) => {
        const name = `f.${key}`;
        const to = (value: string) => addressOf(home, { ...kept, q, [name]: value });
        return (
          <div key={key} role="group" aria-label={label} className="flex flex-wrap gap-1.5">
            <Choice href={to("")} current={!kept[name]}>
              {t("any", { what: key })}
            </Choice>
            {options.map((option) => (
              <Choice
                key={option.value}
                href={to(kept[name] === option.value ? "" : option.value)}
                current={kept[name]?.split(",").includes(option.value) ?? false}
              >
                {option.label}
              </Choice>
            ))}
          </div>
        );
      })}
    </nav>
  );
}

function Choice({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={current ? "true" : undefined}
      className={cn(
        "inline-flex h-8 items-center rounded-full border px-3 text-sm no-underline phone:h-11",
        current
          ? "border-accent-line bg-accent font-semibold text-accent-foreground"
          : "border-border-strong text-muted-foreground hover:bg-muted hover:text-foreground",
      )}
    >
      {children}
    </Link>
  );
}
