import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";

/** How much the package has otherwise by now, in a line under the facts, with the way to the page. */
export async function PackageChangesLine({ count, href }: { count: number; href: string }) {
  const t = await getTranslations("programmes.packageChanges");
  return (
    <p className="mt-3 flex items-baseline gap-2 border-t border-border pt-3 text-sm">
      <Icon name="layers" size="small" className="self-center text-muted-foreground" />
      <span className="min-w-0 flex-1">{t("line", { count })}</span>
      <Link href={href} className="tap-links">
        {t("look")}
      </Link>
    </p>
  );
}
