import { getTranslations } from "next-intl/server";
import { signOutHere } from "./actions";
import { Empty } from "@/components/states/empty";
import { Button } from "@/components/ui/button";

/** A suspended organisation: nothing is lost, nothing can be opened. */
export async function SuspendedPage({ organisation }: { organisation: string }) {
  const t = await getTranslations("frame.suspended");
  return (
    <main className="grid min-h-dvh place-items-center">
      <Empty
        icon="circle-pause"
        title={t("title", { organisation })}
        action={
          <form action={signOutHere}>
            <Button type="submit">{t("signOut")}</Button>
          </form>
        }
      >
        {t("text")}
      </Empty>
    </main>
  );
}
