import { getTranslations } from "next-intl/server";
import { add, discard, edit, publish, remove } from "../actions";
import { DraftCard } from "@/components/competencies/draft-card";
import { FrameworkView } from "@/components/competencies/framework-view";
import { VersionChanges } from "@/components/competencies/version-changes";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { SectionHead } from "@/components/frame/section-head";
import { compareFrameworks, frameworkVersions, oneFramework } from "@/lib/competencies/queries/framework";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";

/** One version of the framework, with what it changed against the one before. */
export default async function VersionPage({ params }: WorkspaceProps<{ version: string }>) {
  const { organisation, version } = await params;
  const t = await getTranslations("competencies.framework");
  const { found, against, writes } = await readPage(organisation, async ({ ask, actor }) => {
    const one = await ask(oneFramework, { id: version });
    const earlier = (await ask(frameworkVersions, {})).find(({ number }) => number === one.number - 1);
    return {
      found: one,
      against: earlier ? await ask(compareFrameworks, { beforeId: earlier.id, afterId: one.id }) : null,
      writes: may(actor, "frameworks:write") && one.state === "draft",
    };
  });
  const list = `/${organisation}/framework`;
  const title = t("version", { number: found.number });
  return (
    <>
      <PageHead title={title} lede={t("lede")} crumbs={[{ label: t("title"), href: list }, { label: title }]} />
      <RecordColumns
        facts={
          <>
            {writes ? (
              <DraftCard organisation={organisation} id={found.id} list={list} publish={publish} discard={discard} />
            ) : null}
            {against ? (
              <section>
                <SectionHead title={t("against", { number: against.before.number })} count={against.changes.length} />
                <VersionChanges changes={against.changes} number={against.before.number} />
              </section>
            ) : null}
          </>
        }
      >
        <FrameworkView
          organisation={organisation}
          frameworkId={found.id}
          competencies={found.competencies.map(({ id, version: seen, cluster, name, description, levels }) => ({
            ...{ id, version: seen, cluster, name, description, levels },
          }))}
          writes={writes}
          add={add}
          edit={edit}
          remove={remove}
        />
      </RecordColumns>
    </>
  );
}
