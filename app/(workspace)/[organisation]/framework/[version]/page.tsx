import { getTranslations } from "next-intl/server";
import { add, discard, edit, publish, remove } from "../actions";
import { ChooseVersion } from "@/components/competencies/choose-version";
import { DraftCard } from "@/components/competencies/draft-card";
import { FrameworkView } from "@/components/competencies/framework-view";
import { VersionChanges } from "@/components/competencies/version-changes";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { compareFrameworks, frameworkVersions, oneFramework } from "@/lib/competencies/queries/framework";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";

/** One version of the framework, with what differs from the one before, or from any other one: `?against=` its number. */
async function VersionPage({ params, searchParams }: WorkspaceProps<{ version: string }>) {
  const { organisation, version } = await params;
  const asked = Number((await searchParams).against);
  const t = await getTranslations("competencies.framework");
  const { found, others, against, writes } = await readPage(organisation, async ({ ask, actor }) => {
    const one = await ask(oneFramework, { id: version });
    const versions = (await ask(frameworkVersions, {})).filter(({ id }) => id !== one.id);
    const other =
      versions.find(({ number }) => number === asked) ??
      versions.find(({ number }) => number === one.number - 1) ??
      versions.find(({ number }) => number === one.number + 1);
    // What differs is told from the earlier one to the later one, whichever page it is asked on.
    const [before, after] = other && other.number > one.number ? [one, other] : [other, one];
    return {
      found: one,
      others: versions.map(({ number }) => number),
      against:
        other && before
          ? { number: other.number, ...(await ask(compareFrameworks, { beforeId: before.id, afterId: after.id })) }
          : null,
      writes: may(actor, "frameworks:write") && one.state === "draft",
    };
  });
  const list = `/${organisation}/framework`;
  const draft = found.state === "draft";
  const title = t(draft ? "draftTitle" : "version", { number: found.number });
  return (
    <>
      <PageHead
        title={title}
        lede={t(draft ? "draftLede" : "lede")}
        crumbs={[{ label: t("title"), href: list }, { label: title }]}
      />
      <RecordColumns
        factsFirst={writes}
        facts={
          <>
            {writes ? (
              <DraftCard organisation={organisation} id={found.id} list={list} publish={publish} discard={discard} />
            ) : null}
            {against ? (
              <section>
                <SectionHead
                  title={t("fromTo", { before: against.before.number, after: against.after.number })}
                  count={against.changes.length}
                />
                {others.length > 1 ? <ChooseVersion numbers={others} chosen={against.number} /> : null}
                <VersionChanges changes={against.changes} number={against.number} />
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

export default withMessages("(workspace)/[organisation]/framework/[version]/page", VersionPage);
