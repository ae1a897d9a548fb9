import { getFormatter, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { RecordColumns } from "@/components/frame/record-columns";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { AddGoal } from "@/components/plans/add-goal";
import { AddMilestone } from "@/components/plans/add-milestone";
import { GoalCard } from "@/components/plans/goal-card";
import { MilestoneCard } from "@/components/plans/milestone-card";
import { PlanWords } from "@/components/plans/plan-words";
import { SignPanel } from "@/components/plans/sign-panel";
import { Empty } from "@/components/states/empty";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { programmePlan } from "@/lib/plans/queries";
import { civilDate } from "@/lib/platform/civil-dates";
import { isEnded } from "@/lib/programmes/lifecycle";
import { undoAction } from "../../../undo-action";
import { programmeOfPage } from "../programme-of-page";
import {
  addTheGoal,
  addTheMilestone,
  addTheStep,
  editTheGoal,
  editTheMilestone,
  mark,
  markTheStep,
  moveTheGoal,
  removeTheGoal,
  removeTheMilestone,
  removeTheStep,
  sign,
} from "./actions";

/** The career plan: where it leads, what is reached by when, who agreed to it. */
async function PlanPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { programme, timeZone } = await programmeOfPage(organisation, id);
  const {
    plan,
    may: allowed,
    now,
  } = await readPage(organisation, async ({ ask, actor, now: at }) => {
    if (!may(actor, "plans:read")) notFound();
    return {
      plan: await ask(programmePlan, { programmeId: id }),
      may: { write: may(actor, "plans:write"), sign: may(actor, "plans:sign") },
      now: at,
    };
  });
  const t = await getTranslations("plans");
  const format = await getFormatter();
  const writes = allowed.write && !isEnded(programme.state);
  const here = `/${organisation}/programmes/${id}/plan`;
  const goals = plan?.goals ?? [];
  const addGoal = writes ? (
    <AddGoal
      organisation={organisation}
      programmeId={id}
      first={goals.length === 0}
      add={addTheGoal}
      undo={undoAction}
    />
  ) : null;
  if (!plan)
    return (
      <div className="grid gap-4">
        <Card>
          <Empty icon="compass" title={t("empty")}>
            {t("emptyText")}
          </Empty>
        </Card>
        {addGoal}
      </div>
    );
  const today = civilDate(now, timeZone);
  const signed = plan.signoffs.filter(({ edition }) => edition === plan.edition);
  const waits =
    allowed.sign && writes && plan.ready && !signed.some(({ part }) => part === plan.part) ? signed[0] : null;
  const milestoneActions = {
    mark,
    markStep: markTheStep,
    addStep: addTheStep,
    removeStep: removeTheStep,
    edit: editTheMilestone,
    remove: removeTheMilestone,
  };
  return (
    <RecordColumns
      facts={
        <>
          <SignPanel
            organisation={organisation}
            programmeId={id}
            edition={plan.edition}
            part={plan.part}
            ready={plan.ready}
            signs={allowed.sign && writes}
            signoffs={signed.map(({ part, name, signedAt }) => ({ part, name, signedAt }))}
            names={{ executive: programme.executive.name, consultant: programme.consultant.name }}
            before={plan.editions.find(({ number }) => number < plan.edition)?.number ?? null}
            here={here}
            sign={sign}
          />
          {plan.editions.length > 0 ? (
            <Card>
              <CardHeader>
                <CardTitle>{t("editions")}</CardTitle>
              </CardHeader>
              <Rows>
                {plan.editions.map(({ number, keptAt }) => (
                  <Row key={number}>
                    <Link data-row-link href={`${here}/editions/${number}`} className="text-foreground no-underline">
                      {t("edition", { number })}
                    </Link>
                    <span className="block text-sm text-muted-foreground">
                      {format.dateTime(keptAt, { day: "numeric", month: "long", year: "numeric", timeZone })}
                    </span>
                  </Row>
                ))}
              </Rows>
            </Card>
          ) : null}
        </>
      }
    >
      {waits ? (
        // On a phone the sign-off stands below the whole plan.
        <Notice icon="pencil-line" className="wide:hidden">
          {t.rich("waitsForYou", { name: waits.name, a: (words) => <a href="#sign-off">{words}</a> })}
        </Notice>
      ) : null}
      <section>
        <SectionHead
          title={t("direction")}
          count={goals.length > 1 ? t("goalCount", { count: goals.length }) : undefined}
        />
        <div className="grid gap-4">
          {goals.length === 0 ? <p className="text-muted-foreground">{t("noWords")}</p> : null}
          {goals.map((goal, place) => (
            <GoalCard
              key={goal.id}
              organisation={organisation}
              goal={goal}
              place={place + 1}
              of={goals.length}
              writes={writes}
              actions={{ edit: editTheGoal, move: moveTheGoal, remove: removeTheGoal }}
              undo={undoAction}
            />
          ))}
          {addGoal}
        </div>
      </section>
      <section>
        <SectionHead
          title={t("lookWhere")}
          more={
            writes ? (
              <Link href={`${here}/edit`}>
                <Icon name="pencil" size="small" className="me-1 inline" />
                {t("edit")}
              </Link>
            ) : undefined
          }
        />
        <Card pad>
          <PlanWords content={plan} />
        </Card>
      </section>
      <section>
        <SectionHead
          title={t("milestones")}
          count={t("reached", { done: plan.progress.done, total: plan.progress.total })}
        />
        <div className="grid gap-4">
          {plan.milestones.length === 0 ? <p className="text-muted-foreground">{t("noMilestones")}</p> : null}
          {plan.milestones.map((milestone) => (
            <MilestoneCard
              key={milestone.id}
              organisation={organisation}
              milestone={milestone}
              today={today}
              writes={writes}
              actions={milestoneActions}
              undo={undoAction}
            />
          ))}
          {writes ? (
            <AddMilestone organisation={organisation} programmeId={id} add={addTheMilestone} undo={undoAction} />
          ) : null}
        </div>
      </section>
    </RecordColumns>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/plan/page", PlanPage);
