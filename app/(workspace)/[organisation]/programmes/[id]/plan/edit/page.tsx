import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { withMessages } from "@/components/frame/with-messages";
import { PlanForm } from "@/components/plans/plan-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { programmePlan } from "@/lib/plans/queries";
import { isEnded } from "@/lib/programmes/lifecycle";
import { programmeOfPage } from "../../programme-of-page";
import { write } from "../actions";

/** Writing which roles and companies to go for, and the other way. */
async function EditPlanPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { programme } = await programmeOfPage(organisation, id);
  const plan = await readPage(organisation, ({ ask, actor }) => {
    if (!may(actor, "plans:write") || isEnded(programme.state)) notFound();
    return ask(programmePlan, { programmeId: id });
  });
  const t = await getTranslations("plans");
  const signed = plan?.signoffs.some(({ edition }) => edition === plan.edition) ?? false;
  return (
    <Card pad className="max-w-3xl">
      <h2 className="font-title text-xl">{t("lookWhere")}</h2>
      <p className="mt-1 mb-5 text-muted-foreground">{t(signed ? "editSigned" : "editLede")}</p>
      <PlanForm
        organisation={organisation}
        programmeId={id}
        version={plan?.version ?? 0}
        values={{
          targetRoles: plan?.targetRoles ?? "",
          targetCompanies: plan?.targetCompanies ?? "",
          alternative: plan?.alternative ?? "",
        }}
        write={write}
      />
    </Card>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/plan/edit/page", EditPlanPage);
