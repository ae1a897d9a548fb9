import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LookAgain } from "@/components/frame/look-again";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { OfferCard } from "@/components/resumes/offer-card";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { oneResume } from "@/lib/resumes/queries";
import { undoAction } from "../../../../undo-action";
import { programmeOfPage } from "../../programme-of-page";
import { decide } from "../actions";

/** What one resume offers for the profile, decided one by one. */
async function ResumePage({ params }: WorkspaceProps<{ id: string; resumeId: string }>) {
  const { organisation, id, resumeId } = await params;
  const { programme, sees } = await programmeOfPage(organisation, id);
  if (!sees.resumes) notFound();
  const t = await getTranslations("resumes");
  const { resume, writes } = await readPage(organisation, async ({ ask, actor }) => ({
    resume: await ask(oneResume, { id: resumeId }),
    writes: may(actor, "resumes:write"),
  }));
  if (resume.personId !== programme.executiveId) notFound();
  const b = (words: React.ReactNode) => <b>{words}</b>;
  if (resume.status === "waiting")
    return (
      <>
        <Notice icon="loader">{t.rich("waiting", { file: resume.fileName, b })}</Notice>
        <LookAgain />
      </>
    );
  if (resume.status === "unreadable")
    return (
      <Notice icon="octagon-alert" tone="bad">
        {t.rich("unreadable", { file: resume.fileName, reason: resume.refusalMessage ?? "", b })}
      </Notice>
    );
  const open = resume.offers.filter(({ decision }) => decision === "open").length;
  const groups = [
    { key: "contacts", offers: resume.offers.filter(({ kind }) => kind === "contact") },
    { key: "roles", offers: resume.offers.filter(({ kind }) => kind === "role") },
    { key: "sections", offers: resume.offers.filter(({ kind }) => kind === "section") },
  ] as const;
  return (
    <div className="grid max-w-4xl gap-8">
      <div>
        <h2 className="font-title text-xl break-words">{t("offer.title", { file: resume.fileName })}</h2>
        <p className="mt-1 text-muted-foreground [&_b]:text-foreground">{t.rich("offer.lede", { open, b })}</p>
      </div>
      {resume.warnings.map((code) => (
        <Notice key={code} icon="triangle-alert" tone="warn">
          {t.has(`warnings.${code}`) ? t(`warnings.${code}`) : code}
        </Notice>
      ))}
      {groups.map(({ key, offers }) => (
        <section key={key}>
          <SectionHead title={t(`offer.${key}`)} count={offers.length} />
          <Card>
            {offers.length === 0 ? (
              <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("offer.none")}</p>
            ) : (
              <ul className="divide-y divide-border">
                {offers.map((offer) => (
                  <OfferCard
                    key={offer.id}
                    organisation={organisation}
                    offer={offer}
                    writes={writes}
                    decide={decide}
                    undo={undoAction}
                  />
                ))}
              </ul>
            )}
          </Card>
        </section>
      ))}
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/profile/[resumeId]/page", ResumePage);
