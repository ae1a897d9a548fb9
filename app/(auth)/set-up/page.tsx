import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { firmFields } from "../parts/firm-fields";
import { Narrow } from "../parts/narrow";
import { PlaceFields } from "../parts/place-fields";
import { PostedForm } from "../parts/posted-form";
import { setUp } from "./actions";
import { visitorActor } from "@/lib/identity/installation-actor";
import { isSetUp } from "@/lib/organisations/commands/sign-up";
import { executeInstallation } from "@/lib/platform/execute-installation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.setUp"))("title") };
}

/** The very first page of an installation without demo data. */
export default async function SetUpPage() {
  if (await executeInstallation(isSetUp, await visitorActor(), {})) redirect("/");
  const t = await getTranslations("identity");
  return (
    <Narrow title={t("setUp.title")} lede={t("setUp.lede")}>
      <PostedForm action={setUp} fields={await firmFields()} submit={t("setUp.submit")}>
        <PlaceFields />
      </PostedForm>
    </Narrow>
  );
}
