import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { calledName, partOfDay, type HomeProps } from "@/components/homes/home";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";

/** The home of a role whose own part has not come yet, and of an executive without a programme. */
export async function PlainHome({ person, at, noProgramme }: HomeProps & { noProgramme: boolean }) {
  const t = await getTranslations("programmes.home");
  return (
    <>
      <PageHead title={t(partOfDay(at, person.timeZone), { name: calledName(person.name) })} />
      <Card className="max-w-3xl">
        <Empty icon="compass" title={t("plainLede", { organisation: person.organisation })}>
          {noProgramme ? t("executiveNone") : t("plainText")}
        </Empty>
      </Card>
    </>
  );
}
