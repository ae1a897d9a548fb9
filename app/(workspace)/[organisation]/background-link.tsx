import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

/** From one of the two kinds of work in the background to the other: work on many rows, and files of lists. */
export async function BackgroundLink({ organisation, to }: { organisation: string; to: "batches" | "exports" }) {
  const t = await getTranslations();
  return (
    <Button asChild>
      <Link href={`/${organisation}/${to}`}>
        <Icon name={to === "batches" ? "list-checks" : "file-down"} />
        {t(`${to}.title`)}
      </Link>
    </Button>
  );
}
