import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Narrow, PageTitle } from "../parts/narrow";
import { DemoDesks } from "./demo-desks";
import { SignInForm } from "./sign-in-form";
import { withMessages } from "@/components/frame/with-messages";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { currentSession } from "@/lib/identity/current-session";
import { safeNext } from "@/lib/identity/safe-next";
import { requireSetUp } from "@/lib/organisations/require-set-up";
import { demoOrganisations } from "@/lib/people/demo";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.signIn"))("title") };
}

const notices = ["password-set", "signed-out", "address-changed"] as const;

type Search = Promise<{ next?: string; notice?: string; email?: string }>;

async function SignInPage({ searchParams }: { searchParams: Search }) {
  await requireSetUp();
  const { next, notice, email = "" } = await searchParams;
  if (await currentSession()) redirect(safeNext(next));
  const t = await getTranslations("identity");
  const demos = await demoOrganisations();
  const known = notices.find((candidate) => candidate === notice);
  const content = (
    <>
      {known ? (
        <Notice icon="circle-check" tone="ok" role="status" className="mb-4">
          {t(`notices.${known}`)}
        </Notice>
      ) : null}
      <SignInForm next={safeNext(next)} email={email} />
      <p className="mt-6 text-sm text-muted-foreground">
        {t("signIn.invitation")} <Link href="/sign-up">{t("signIn.trial")}</Link>
      </p>
    </>
  );
  if (demos.length === 0)
    return (
      <Narrow title={t("signIn.title")} lede={t("signIn.lede")}>
        {content}
      </Narrow>
    );
  return (
    <main className="grid flex-1 grid-cols-[344px_minmax(0,600px)] items-start justify-center gap-[104px] px-10 pt-[6vh] pb-10 max-[1080px]:grid-cols-[minmax(0,560px)] max-[1080px]:gap-10 phone:gap-8 phone:px-4 phone:pt-3 phone:pb-6">
      <section>
        <PageTitle title={t("signIn.title")} lede={t("signIn.lede")} />
        {content}
      </section>
      <DemoDesks organisations={demos} />
    </main>
  );
}

export default withMessages("(auth)/sign-in/page", SignInPage);
