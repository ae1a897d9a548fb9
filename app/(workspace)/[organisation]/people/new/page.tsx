import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { add } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { AddPerson } from "@/components/people/person-forms";
import { Card } from "@/components/ui/card";
import type { WorkspaceProps } from "@/lib/entry/page";
import { currentActor } from "@/lib/identity/current-actor";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("people.add"))("title") };
}

async function AddPersonPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  if (!may(await currentActor(organisation), "people:write")) notFound();
  const t = await getTranslations("people");
  const back = `/${organisation}/people`;
  return (
    <>
      <PageHead
        title={t("add.title")}
        lede={t("add.lede")}
        crumbs={[{ label: t("list.title"), href: back }, { label: t("add.title") }]}
      />
      <Card pad className="max-w-3xl">
        <AddPerson organisation={organisation} back={back} add={add} />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/people/new/page", AddPersonPage);
