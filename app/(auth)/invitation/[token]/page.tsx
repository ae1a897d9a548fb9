import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeadLink } from "../../parts/dead-link";
import { Narrow } from "../../parts/narrow";
import { PostedForm, type PostedField } from "../../parts/posted-form";
import { readLink } from "../../read-link";
import { accept } from "./actions";
import { Link } from "@/components/ui/link";
import { readInvitation, type Invitation } from "@/lib/people/commands/accept-invitation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.invitation"))("pageTitle") };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("identity");
  const read = await readLink(readInvitation, { token });
  if ("why" in read)
    return <DeadLink title={t("deadLink")} why={read.why} href="/sign-in" action={t("signIn.title")} />;
  const { organisation, hasAccount, isSignedIn } = read.link;
  const lede = isSignedIn ? "ledeSignedIn" : hasAccount ? "ledeKnown" : "ledeNew";
  return (
    <Narrow title={t("invitation.title", { organisation })} lede={t(`invitation.${lede}`)}>
      <PostedForm
        action={accept}
        fields={await fieldsFor(read.link)}
        hidden={{ token }}
        submit={t("invitation.submit")}
      />
      {hasAccount && !isSignedIn ? (
        <p className="mt-6 text-sm">
          <Link href="/new-password">{t("invitation.forgotten")}</Link>
        </p>
      ) : null}
    </Narrow>
  );
}

async function fieldsFor({ name, email, hasAccount, isSignedIn }: Invitation): Promise<PostedField[]> {
  const t = await getTranslations("identity");
  if (isSignedIn) return [];
  const address = {
    name: "email",
    label: t("email"),
    type: "email",
    autoComplete: "username",
    value: email,
    fixed: true,
  };
  const password = { name: "password", label: t("password"), type: "password" };
  if (hasAccount) return [address, { ...password, autoComplete: "current-password" }];
  return [
    { name: "name", label: t("yourName"), autoComplete: "name", value: name },
    address,
    { ...password, autoComplete: "new-password", hint: t("newPasswordHint") },
  ];
}
