import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { edit } from "../../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { CandidateForm } from "@/components/tailoring/candidate-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { oneCandidate } from "@/lib/tailoring/candidates/queries";

/** Who a candidate is. */
async function EditCandidatePage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await params;
  const t = await getTranslations("tailoring.candidates");
  const candidate = await readPage(organisation, ({ ask }) => ask(oneCandidate, { id: person }));
  if (!candidate.changeable) notFound();
  const list = `/${organisation}/candidates`;
  const { name, headline, phone, location, version } = candidate;
  return (
    <>
      <PageHead
        title={t("editOf", { name })}
        crumbs={[{ label: t("title"), href: list }, { label: name, href: `${list}/${person}` }, { label: t("edit") }]}
      />
      <Card pad className="max-w-3xl">
        <CandidateForm
          {...{ organisation, edit }}
          values={{
            ...{ id: person, expectedVersion: version, name, headline: headline ?? "" },
            ...{ phone: phone ?? "", location: location ?? "" },
          }}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/candidates/[person]/edit/page", EditCandidatePage);
