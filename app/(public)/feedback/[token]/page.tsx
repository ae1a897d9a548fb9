import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { decline, handIn, keep } from "./actions";
import { readFeedback } from "./read-feedback";
import { FeedbackStart } from "@/components/competencies/feedback-start";
import { LevelForm } from "@/components/competencies/level-form";
import { withMessages } from "@/components/frame/with-messages";
import { calledName } from "@/components/homes/home";
import { Link } from "@/components/ui/link";
import { Wordmark } from "@/components/ui/wordmark";
import { civilDay } from "@/lib/platform/i18n/civil-day";

export async function generateMetadata(): Promise<Metadata> {
  // Nobody finds it by searching, and no address that was open before is told where it leads.
  return { title: "360°", robots: { index: false, follow: false }, referrer: "no-referrer" };
}

/** Where a mailed request leads: who sees what first, then the questions. Without an account. */
async function FeedbackPage({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ begin?: string | string[] }>;
}) {
  const { token } = await params;
  const { begin } = await searchParams;
  const t = await getTranslations("competencies.feedback");
  const format = await getFormatter();
  const read = await readFeedback(token);
  if (!read.form)
    return (
      <Said title={t("dead")} text={read.why}>
        <Link href="/sign-in">{t("home")}</Link>
      </Said>
    );
  const { form } = read;
  if (form.state === "answered") return <Said title={t("thanks")} text={t("thanksText")} />;
  if (form.state === "declined") return <Said title={t("declined")} text={t("declinedText")} />;
  if (form.state === "closed") return <Said title={t("closed")} text={t("closedText")} />;
  const name = calledName(form.executive);
  const begun = begin !== undefined || Object.keys(form.answers.levels).length > 0;
  const deadline = civilDay(format, form.deadlineOn, { day: "numeric", month: "long" });
  return (
    <Frame>
      <h1 className="font-serif text-3xl font-normal phone:text-[1.875rem] phone:leading-9">
        {t("title", { name: form.executive })}
      </h1>
      <FeedbackStart
        begun={begun}
        hello={t("hello", { rater: form.rater, name: form.executive, date: deadline })}
        sees={[t("sees1", { name, organisation: form.organisationName }), t("sees2"), t("sees3"), t("sees4", { name })]}
        decline={decline.bind(null, token)}
      >
        <LevelForm
          competencies={form.competencies}
          answers={form.answers}
          words={{
            title: t("wordsPart"),
            hint: t("wordsHint"),
            keep: t("keep", { name }),
            change: t("change", { name }),
          }}
          save={keep.bind(null, token)}
          submit={handIn.bind(null, token)}
          after={`/feedback/${token}`}
          solid
        />
      </FeedbackStart>
    </Frame>
  );
}

function Said({ title, text, children }: { title: string; text: ReactNode; children?: ReactNode }) {
  return (
    <Frame>
      <h1 className="font-serif text-3xl font-normal phone:text-[1.875rem] phone:leading-9">{title}</h1>
      <p className="mt-2 text-md text-muted-foreground">{text}</p>
      {children ? <p className="mt-6">{children}</p> : null}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-[30px] py-2 phone:px-1.5 phone:py-1">
        <Wordmark href="/" className="h-11 px-2.5" />
      </header>
      <main className="mx-auto w-full max-w-3xl flex-1 px-10 pt-[4vh] pb-14 phone:px-4 phone:pt-3">{children}</main>
    </div>
  );
}

export default withMessages("(public)/feedback/[token]/page", FeedbackPage);
