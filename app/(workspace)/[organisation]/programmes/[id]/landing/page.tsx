import { getTranslations } from "next-intl/server";
import { RecordColumns } from "@/components/frame/record-columns";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { AftercareList } from "@/components/programmes/aftercare-list";
import { FallenLandings } from "@/components/programmes/fallen-landings";
import { LandingDocuments } from "@/components/programmes/landing-documents";
import { LandingFacts } from "@/components/programmes/landing-facts";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { filesOf } from "@/lib/files/queries";
import { aftercareOf } from "@/lib/programmes/queries/aftercare";
import { fallenLandings } from "@/lib/programmes/queries/fallen-landings";
import { undoAction } from "../../../undo-action";
import { checkIn, takeOffFile } from "../../actions";
import { programmeOfPage } from "../programme-of-page";

/** The landing of a programme, and whether it holds: the check-ins after it, each with its form, and its documents for who works the case. */
async function LandingPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("programmes.landing");
  const { programme, sees } = await programmeOfPage(organisation, id);
  const { landing, documents, fallen } = await readPage(organisation, async ({ ask }) => {
    const found = await ask(aftercareOf, { id });
    const earlier = await ask(fallenLandings, { id });
    return {
      landing: found,
      fallen: await Promise.all(
        earlier.map(async (one) => ({
          ...one,
          documents: sees.works
            ? // Who may work on some programmes need not be allowed to work on this one.
              await ask(filesOf, { entity: "landing", entityId: one.id }).catch(() => [])
            : [],
        })),
      ),
      documents: found?.works ? await ask(filesOf, { entity: "landing", entityId: found.id }) : null,
    };
  });
  const past = fallen.length > 0 ? <FallenLandings organisation={organisation} landings={fallen} /> : null;
  if (!landing)
    return (
      <section className="grid max-w-3xl gap-5">
        <div>
          <SectionHead title={t("title")} serif={programme.mine} />
          <Card pad>
            <p className="text-muted-foreground">{t("none")}</p>
          </Card>
        </div>
        {past}
      </section>
    );
  return (
    <RecordColumns
      facts={
        <Card pad>
          <h3 className="mb-2 text-base font-semibold">{t("title")}</h3>
          <LandingFacts landing={landing} />
          {landing.corrects ? (
            <LinkButton href={`/${organisation}/programmes/${id}/landing/edit`} icon="pencil" className="mt-4">
              {t("correct.link")}
            </LinkButton>
          ) : null}
        </Card>
      }
    >
      {landing.checks.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("checks")}</CardTitle>
          </CardHeader>
          <AftercareList
            organisation={organisation}
            checks={landing.checks}
            readsNotes={landing.readsNotes}
            save={sees.writes ? checkIn : undefined}
          />
        </Card>
      ) : null}
      {documents ? (
        <LandingDocuments
          organisation={organisation}
          landingId={landing.id}
          files={documents.map(({ own: _own, version: _version, ...file }) => file)}
          takeOff={takeOffFile}
          undo={undoAction}
        />
      ) : null}
      {past}
    </RecordColumns>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/landing/page", LandingPage);
