import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { CompareVersions } from "@/components/tailoring/plan/compare-versions";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { tailoringView } from "@/lib/tailoring/tailored/queries";
import { tailoringInWords } from "@/lib/tailoring/tailored/tailoring-in-words";

export async function generateMetadata() {
  return { title: (await getTranslations("tailor.compare"))("title") };
}

/** Two versions of a tailored resume, or one and the original: what changed, and both documents. */
async function ComparePage({ params, searchParams }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const asked = await searchParams;
  const t = await getTranslations("tailor.compare");
  const say = await getTranslations();
  const { view, timeZone } = await readPage(organisation, async (context) => ({
    view: tailoringInWords(say, await context.ask(tailoringView, { submissionId: id })),
    timeZone: context.actor.timeZone,
  }));
  const here = `/${organisation}/submissions/${id}/tailor`;
  const versions = "none" in view ? [] : view.versions.filter(({ status }) => status === "done");
  const to = versions.find((version) => version.id === asked["to"]) ?? versions[0];
  const from = versions.find((version) => version.id === asked["from"]) ?? null;
  const { name } = view.candidate;
  return (
    <>
      <PageHead
        title={t("title")}
        crumbs={[{ label: name, href: here }, { label: t("title") }]}
        lede={[view.requirement.title, view.requirement.client].filter(Boolean).join(", ")}
      />
      {to ? (
        <CompareVersions
          {...{ organisation, name, versions, to, timeZone }}
          submissionId={id}
          from={
            from && from.id !== to.id
              ? from
              : asked["from"]
                ? null
                : (versions.find(({ id: other }) => other !== to.id) ?? null)
          }
        />
      ) : (
        <Card>
          <Empty
            icon="git-compare-arrows"
            title={t("none")}
            action={<LinkButton href={here}>{t("toPlan")}</LinkButton>}
          >
            {t("noneText")}
          </Empty>
        </Card>
      )}
    </>
  );
}

export default withMessages("(workspace)/[organisation]/submissions/[id]/tailor/compare/page", ComparePage);
