import { getTranslations } from "next-intl/server";
import { Narrow } from "../../parts/narrow";
import { PostedForm } from "../../parts/posted-form";
import { confirm } from "./actions";

/** The link that went to a new address; the button proves that its mail is read. */
export default async function NewAddressPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("identity.newAddress");
  return (
    <Narrow title={t("title")} lede={t("lede")}>
      <PostedForm action={confirm} fields={[]} hidden={{ token }} submit={t("submit")} />
    </Narrow>
  );
}
