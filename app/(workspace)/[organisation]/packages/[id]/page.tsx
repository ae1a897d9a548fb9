import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { DoButton } from "@/components/forms/do-button";
import { withMessages } from "@/components/frame/with-messages";
import { PackageForm } from "@/components/packages/package-form";
import { SessionsForm } from "@/components/packages/sessions-form";
import { PhaseCard } from "@/components/packages/phase-card";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { onePackage } from "@/lib/packages/queries";
import { packageUse } from "@/lib/programmes/queries/package-changes";
import { may } from "@/lib/platform/actor";
import { undoAction } from "../../undo-action";
import { addTask, archive, edit, editTask, editThePhase, removeTask, restore, saveSessions } from "../actions";

/** One package: its name and length, and its phases with their tasks. */
async function PackagePage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("packages");
  const { found, use, writes } = await readPage(organisation, async ({ ask, actor }) => ({
    found: await ask(onePackage, { id }),
    use: may(actor, "programmes:read") ? await ask(packageUse, { id }) : null,
    writes: may(actor, "packages:write"),
  }));
  return (
    <>
      <PageHead
        title={found.name}
        lede={t("lede")}
        crumbs={[{ label: t("title"), href: `/${organisation}/packages` }, { label: found.name }]}
        actions={
          writes ? (
            <DoButton
              organisation={organisation}
              act={found.archivedAt ? restore : archive}
              input={{ id }}
              done={t(found.archivedAt ? "restored" : "archivedDone")}
              undo={undoAction}
            >
              {t(found.archivedAt ? "restore" : "archive")}
            </DoButton>
          ) : undefined
        }
      />
      <div className="grid max-w-4xl gap-6">
        {writes ? (
          <Card pad>
            <PackageForm
              organisation={organisation}
              edit={edit}
              known={{
                id,
                version: found.version,
                name: found.name,
                description: found.description,
                months: found.months,
                endsBy: found.endsBy as "time" | "landing",
              }}
            />
          </Card>
        ) : null}
        {writes ? (
          <Card pad>
            <h2 className="text-base font-semibold">{t("sessions.title")}</h2>
            <p className="mb-4 text-muted-foreground">{t("sessions.lede")}</p>
            <SessionsForm
              organisation={organisation}
              packageId={id}
              version={found.version}
              sessions={found.sessions}
              save={saveSessions}
            />
          </Card>
        ) : null}
        {use ? (
          <Notice icon="layers" tone="neutral">
            {t("use", use)}
          </Notice>
        ) : null}
        {found.phases.map((phase) => (
          <PhaseCard
            key={phase.id}
            organisation={organisation}
            phase={phase}
            writes={writes}
            actions={{ addTask, editTask, editPhase: editThePhase, removeTask }}
            undo={undoAction}
          />
        ))}
      </div>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/packages/[id]/page", PackagePage);
