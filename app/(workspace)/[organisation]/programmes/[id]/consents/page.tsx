import { getTranslations } from "next-intl/server";
import { withMessages } from "@/components/frame/with-messages";
import { ConsentCard } from "@/components/programmes/consent-card";
import { SectionHead } from "@/components/frame/section-head";
import { Notice } from "@/components/ui/notice";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { consentsOf } from "@/lib/programmes/queries/consents";
import { undoAction } from "../../../undo-action";
import { programmeOfPage } from "../programme-of-page";
import { give, withdraw } from "./actions";

/** What the executive lets others see of the programme: theirs to change, the consultant's to know. */
async function ConsentsPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("programmes.consents");
  const { programme, timeZone } = await programmeOfPage(organisation, id);
  const consents = await readPage(organisation, ({ ask }) => ask(consentsOf, { id }));
  return (
    <div className="grid max-w-3xl gap-4">
      <div>
        <SectionHead title={t("title")} serif={programme.mine} className="mb-1" />
        <p className="text-muted-foreground">
          {programme.mine ? t("lede") : t("ledeConsultant", { name: programme.executive.name })}
        </p>
      </div>
      {consents.map((consent) => (
        <ConsentCard
          key={consent.kind}
          organisation={organisation}
          programmeId={id}
          consent={consent}
          mine={programme.mine}
          timeZone={timeZone}
          actions={{ give, withdraw, undo: undoAction }}
        />
      ))}
      <Notice icon="lock" tone="neutral">
        {t("never")}
      </Notice>
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/consents/page", ConsentsPage);
