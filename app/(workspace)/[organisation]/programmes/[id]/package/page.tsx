import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { PackageChangeCard } from "@/components/programmes/package-change-card";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { isEnded } from "@/lib/programmes/lifecycle";
import { packageChangesOf } from "@/lib/programmes/queries/package-changes";
import { undoAction } from "../../../undo-action";
import { declineChange, takeChange } from "../../actions";
import { programmeOfPage } from "../programme-of-page";

/** What the package has otherwise than this programme by now: taken over, or left, one by one. */
async function PackageChangesPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { programme, sees } = await programmeOfPage(organisation, id);
  if (!sees.writes) notFound();
  const t = await getTranslations("programmes.packageChanges");
  const changes = await readPage(organisation, ({ ask }) => ask(packageChangesOf, { id }));
  const ended = isEnded(programme.state);
  return (
    <div className="grid max-w-3xl gap-4">
      <div>
        <SectionHead title={t("title")} className="mb-1" {...(changes.length > 0 ? { count: changes.length } : {})} />
        <p className="text-muted-foreground">{t("lede", { package: programme.package.name })}</p>
      </div>
      {changes.length === 0 ? (
        <Card>
          <Empty icon="layers" title={t(ended ? "ended.title" : "empty.title")}>
            {t(ended ? "ended.text" : "empty.text")}
          </Empty>
        </Card>
      ) : null}
      {changes.map((change) => (
        <PackageChangeCard
          key={change.sourceId}
          organisation={organisation}
          programmeId={id}
          change={change}
          phase={programme.phases.find(({ position }) => position === change.phasePosition)?.name ?? ""}
          actions={{ take: takeChange, leave: declineChange }}
          undo={undoAction}
        />
      ))}
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/package/page", PackageChangesPage);
