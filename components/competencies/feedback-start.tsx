"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

/**
 * Before the questions: what is asked, and who sees what. One begins, or says no; both stay within reach while one answers, and what is
 * answered stays there meanwhile.
 */
export function FeedbackStart({
  begun,
  hello,
  sees,
  decline,
  children,
}: {
  /** Somebody came back, or began before the page had come to life: the questions stand open. */
  begun: boolean;
  hello: string;
  sees: readonly string[];
  decline: () => Promise<ActionResult<unknown>>;
  children: ReactNode;
}) {
  const t = useTranslations("competencies.feedback");
  const router = useRouter();
  const [step, setStep] = useState<"start" | "decline" | "questions">(begun ? "questions" : "start");
  const [opened, setOpened] = useState(begun);
  const questions = opened ? (
    <div hidden={step !== "questions"} className="mt-5">
      {children}
      <p className="mt-6">
        <Button variant="quiet" className="h-11" onClick={() => setStep("start")}>
          {t("backToStart")}
        </Button>
      </p>
    </div>
  ) : null;
  if (step === "questions") return questions;
  return (
    <>
      {questions}
      <p className="mt-2 text-md">{hello}</p>
      <Card pad className="mt-6">
        <h2 className="flex items-center gap-2 text-base font-semibold">
          <Icon name="eye" />
          {t("whoSees")}
        </h2>
        <ul className="mt-2 grid list-disc gap-2 ps-5">
          {sees.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      {step === "decline" ? (
        <Card pad className="mt-5">
          <p>{t("declineText")}</p>
          <div className="mt-4 flex flex-wrap gap-2">
            <ActionButton variant="danger" className="h-11" action={decline} onDone={() => router.refresh()}>
              {t("declineSure")}
            </ActionButton>
            <Button variant="quiet" className="h-11" onClick={() => setStep("start")}>
              {t("declineBack")}
            </Button>
          </div>
        </Card>
      ) : (
        // Whoever presses before the page has come to life is sent to where the questions stand open.
        <form
          className="mt-6 flex flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            setOpened(true);
            setStep("questions");
          }}
        >
          <Button type="submit" name="begin" value="yes" variant="primary" size="large">
            {t(opened ? "goOn" : "begin")}
            <Icon name="arrow-right" />
          </Button>
          <Button variant="quiet" size="large" onClick={() => setStep("decline")}>
            {t("decline")}
          </Button>
        </form>
      )}
    </>
  );
}
