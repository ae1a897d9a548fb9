import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signOutHere } from "../../(workspace)/[organisation]/actions";
import { Narrow } from "../parts/narrow";
import { Button } from "@/components/ui/button";
import { accountActor } from "@/lib/identity/installation-actor";
import { ownOrganisations } from "@/lib/organisations/queries/own";

/** Signed in, and nowhere at home: the last organisation ended the access. */
export default async function NoOrganisationPage() {
  const { userId } = await accountActor();
  if ((await ownOrganisations(userId)).length > 0) redirect("/");
  const t = await getTranslations("identity.noOrganisation");
  return (
    <Narrow title={t("title")} lede={t("lede")}>
      <form action={signOutHere}>
        <Button type="submit" block className="h-11">
          {t("signOut")}
        </Button>
      </form>
    </Narrow>
  );
}
