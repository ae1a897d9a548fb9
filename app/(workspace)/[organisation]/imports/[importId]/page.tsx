import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { getImport, importProblems, importTargetList } from "@/lib/imports/queries";
import { progressOf } from "@/lib/imports/rules";
import { notFound } from "@/lib/platform/refusal";
import { ImportEnded } from "./import-ended";
import { ImportFlow } from "./import-flow";

export async function generateMetadata() {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

/** One import, at the step where it is. */
async function ImportPage({ params }: WorkspaceProps<{ importId: string }>) {
  const { organisation, importId } = await params;
  const [t, format] = await Promise.all([getTranslations("imports"), getFormatter()]);
  const { view, problems, target } = await readPage(organisation, async ({ ask }) => {
    if (!z.uuid().safeParse(importId).success) throw notFound("this import");
    const found = await ask(getImport, { importId });
    const targets = await ask(importTargetList, {});
    return {
      view: found,
      problems: await ask(importProblems, { importId }),
      target: targets.find(({ key }) => key === found.target),
    };
  });
  const here = `/${organisation}/imports`;
  // A field that the organisation added brings its own words; of one that was retired since, its key is left.
  const fieldName = (key: string) => {
    const words = `targets.${view.target}.fields.${key}`;
    return target?.fields.find((field) => field.key === key)?.label ?? (t.has(words) ? t(words) : key);
  };
  const named = problems.map((problem) => ({
    ...problem,
    field: problem.field === "" ? t("wholeRow") : fieldName(problem.field),
  }));
  const again = `${here}/new?${new URLSearchParams({ target: view.target, ...(view.within ? { within: view.within.id } : {}) })}`;
  const needed = ({ key, required }: { key: string; required: boolean }) =>
    required && !(view.within && key === target?.saidByRecord);
  const by = t("page.by", {
    who: view.startedBy ?? t("page.someone"),
    when: format.dateTime(view.createdAt, { dateStyle: "medium" }),
  });
  const run = runOf(view);
  const toCorrect = (view.counts.faulty ?? 0) + (view.counts.refused ?? 0);
  const problemsHref = toCorrect > 0 ? `${here}/${importId}/to-correct` : undefined;
  const flowing = ["uploaded", "mapped", "previewed", "running", "undoing"].includes(view.state);
  return (
    <div className="max-w-4xl">
      <PageHead
        title={view.fileName}
        lede={
          view.within ? (
            <>
              {by} · <Link href={`/${organisation}${view.within.path}`}>{view.within.title}</Link>
            </>
          ) : (
            by
          )
        }
        crumbs={[{ label: t("title"), href: here }, { label: view.fileName }]}
        actions={
          flowing ? undefined : (
            <LinkButton href={again} icon="upload">
              {t("page.again")}
            </LinkButton>
          )
        }
      />
      {flowing ? (
        <ImportFlow
          key={view.state}
          organisation={organisation}
          again={again}
          importId={importId}
          state={view.state}
          fileName={view.fileName}
          noun={t(`targets.${view.target}.noun`)}
          fields={(target?.fields ?? []).map((field) => ({
            ...{ key: field.key, required: needed(field), label: fieldName(field.key) },
          }))}
          columns={view.columns}
          preview={{
            ready: view.counts.valid ?? 0,
            merged: (view.counts.known ?? 0) + (view.counts.repeated ?? 0),
            problemRows: toCorrect,
            problems: named,
            sample: [],
          }}
          run={{ ...run, counted: t(`targets.${view.target}.counted`, { count: run.total }) }}
          problemsHref={problemsHref}
        />
      ) : (
        <ImportEnded
          organisation={organisation}
          importId={importId}
          state={view.state}
          counts={view.counts}
          problems={named}
          counted={t(`targets.${view.target}.counted`, { count: view.counts.created ?? 0 })}
          toCorrect={toCorrect}
          problemsHref={problemsHref}
        />
      )}
    </div>
  );
}

/** How far it is: forwards, the rows that were to be taken; backwards, the records that were made. */
function runOf({ state, counts }: { state: string; counts: Parameters<typeof progressOf>[0] }) {
  if (state !== "undoing") {
    const { total, done, refused } = progressOf(counts);
    return { total, done, failed: refused };
  }
  const [undone, kept, left] = [counts.undone ?? 0, counts.kept ?? 0, counts.created ?? 0];
  return { total: undone + kept + left, done: undone, failed: kept };
}

export default withMessages("(workspace)/[organisation]/imports/[importId]/page", ImportPage);
