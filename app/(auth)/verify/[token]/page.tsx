import { getTranslations } from "next-intl/server";
import { DeadLink } from "../../parts/dead-link";
import { Narrow } from "../../parts/narrow";
import { PostedForm } from "../../parts/posted-form";
import { readLink } from "../../read-link";
import { confirm } from "./actions";
import { readSignUp } from "@/lib/organisations/commands/sign-up";

/** Opening the link changes nothing: mail scanners open links too. The button does. */
export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("identity");
  const read = await readLink(readSignUp, { token });
  if ("why" in read)
    return <DeadLink title={t("deadLink")} why={read.why} href="/sign-up" action={t("verify.again")} />;
  return (
    <Narrow
      title={t("verify.title")}
      lede={t("verify.lede", { email: read.link.email, organisation: read.link.organisationName })}
    >
      <PostedForm action={confirm} fields={[]} hidden={{ token }} submit={t("verify.submit")} />
    </Narrow>
  );
}
