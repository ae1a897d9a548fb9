import { getTranslations } from "next-intl/server";
import { RecordColumns } from "@/components/frame/record-columns";
import { SectionHead } from "@/components/frame/section-head";
import { AftercareList } from "@/components/programmes/aftercare-list";
import { LandingFacts } from "@/components/programmes/landing-facts";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { aftercareOf } from "@/lib/programmes/queries/aftercare";
import { checkIn } from "../../actions";
import { programmeOfPage } from "../programme-of-page";

/** The landing of a programme, and whether it holds: the check-ins after it, each with its form for who accompanies. */
export default async function LandingPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("programmes.landing");
  const { programme, sees } = await programmeOfPage(organisation, id);
  const landing = await readPage(organisation, ({ ask }) => ask(aftercareOf, { id }));
  if (!landing)
    return (
      <section className="max-w-3xl">
        <SectionHead title={t("title")} serif={programme.mine} />
        <Card pad>
          <p className="text-muted-foreground">{t("none")}</p>
        </Card>
      </section>
    );
  return (
    <RecordColumns
      facts={
        <Card pad>
          <h3 className="mb-2 text-base font-semibold">{t("title")}</h3>
          <LandingFacts landing={landing} />
        </Card>
      }
    >
      <Card>
        <CardHeader>
          <CardTitle>{t("checks")}</CardTitle>
        </CardHeader>
        <AftercareList organisation={organisation} checks={landing.checks} save={sees.writes ? checkIn : undefined} />
      </Card>
    </RecordColumns>
  );
}
