import "server-only";
import { stepsInOrder, type NextStep } from "@/components/homes/next-steps";
import { nextAssessmentStep } from "@/lib/inventories/queries/next-step";
import { searchDue } from "@/lib/job-search/queries/due";
import { searchStanding } from "@/lib/job-search/queries/standing";
import { planSignaturesWaiting } from "@/lib/plans/plan-signatures";
import { planProgress } from "@/lib/plans/queries";
import { may, type PersonActor } from "@/lib/platform/actor";
import { civilDate } from "@/lib/platform/civil-dates";
import type { QueryContext } from "@/lib/platform/operation";
import type { oneProgramme, tasksOf } from "@/lib/programmes/queries/record";
import { signaturesWaiting } from "@/lib/programmes/queries/sign-offs";
import { profileOf } from "@/lib/resumes/queries";

type Programme = Awaited<ReturnType<(typeof oneProgramme)["run"]>>;
type Tasks = Awaited<ReturnType<typeof tasksOf>>;
type Context = QueryContext & { actor: PersonActor };

/** Up to which phase somebody is led to begin the assessment: later their search has better things for them. */
const assessmentUpToPhase = 3;

/** What an executive could do next, in the order in which it leads, and how their plan and search stand; in the page's own transaction. */
export async function stepsOf(context: Context, programme: Programme, tasks: Tasks) {
  const { ask, actor } = context;
  const here = `/programmes/${programme.id}`;
  const person = { personId: programme.executiveId };
  const plan = may(actor, "plans:read") ? await ask(planProgress, { programmeId: programme.id }) : null;
  const search = may(actor, "job-search:read")
    ? { ...(await ask(searchStanding, person)), due: await ask(searchDue, person) }
    : null;
  const running = programme.state === "intake" || programme.state === "active";
  if (!running) return { nextSteps: [], plan, search };
  const steps = [
    ...(await signatures(context, here)),
    ...openTasks(programme, tasks).map(({ id, title, details, dueOn }): NextStep => ({
      ...{ kind: "task", key: id, about: title, more: details, on: dueOn, path: `${here}/tasks#task-${id}` },
    })),
    ...(search ? searchSteps(search.due, programme.executiveId) : []),
    ...(await beginnings(context, programme)),
    ...(plan?.next
      ? [
          {
            ...{ kind: "milestone" as const, key: plan.next.id, on: plan.next.dueOn, path: `${here}/plan` },
            ...{ about: plan.next.step ?? plan.next.title, more: plan.next.step ? plan.next.title : "" },
          },
        ]
      : []),
  ];
  const today = search?.due.today ?? civilDate(context.now, actor.timeZone);
  return { nextSteps: stepsInOrder(steps, today), plan, search };
}

/** The executive's own open tasks of the present phase, and mandatory ones left from earlier phases. */
const openTasks = (programme: Programme, tasks: Tasks) =>
  tasks.filter(
    ({ owner, doneAt, phasePosition, mandatory }) =>
      owner === "executive" &&
      !doneAt &&
      (phasePosition === programme.phasePosition || (mandatory && phasePosition < programme.phasePosition)),
  );

async function signatures({ ask, actor }: Context, here: string): Promise<NextStep[]> {
  const tasks = may(actor, "programmes:work") ? await ask(signaturesWaiting, {}) : [];
  const plans = may(actor, "plans:sign") ? await ask(planSignaturesWaiting, {}) : [];
  return [
    ...plans.map(({ programmeId, signer }) => ({
      ...{ kind: "sign-plan" as const, key: `plan-${programmeId}`, about: signer, on: null, path: `${here}/plan` },
    })),
    ...tasks.map(({ taskId, title }) => ({
      ...{ kind: "sign-task" as const, key: `sign-${taskId}`, about: title, on: null },
      path: `${here}/tasks#task-${taskId}`,
    })),
  ];
}

function searchSteps(
  { offers, actions, followUps }: Awaited<ReturnType<(typeof searchDue)["run"]>>,
  personId: string,
): NextStep[] {
  return [
    ...offers.map(({ id, title, companyName, nextActionOn }) => ({
      ...{ kind: "offer" as const, key: id, about: companyName, more: title, on: nextActionOn },
      path: `/job-search/${personId}/offers`,
    })),
    ...actions.map(({ id, title, companyName, nextAction, nextActionOn }) => ({
      ...{ kind: "action" as const, key: id, about: nextAction || title, more: companyName, on: nextActionOn },
      path: `/job-search/opportunity/${id}`,
    })),
    ...followUps.map(({ id, name, place, on }) => ({
      ...{ kind: "follow-up" as const, key: id, about: name, on, path: `/job-search/${place}` },
    })),
  ];
}

/** What the person has not begun: the profile, and the assessment as long as it is of use. */
async function beginnings({ ask, actor }: Context, programme: Programme): Promise<NextStep[]> {
  const profile = may(actor, "resumes:read") ? await ask(profileOf, { personId: programme.executiveId }) : null;
  const assessment = may(actor, "inventories:write")
    ? await ask(nextAssessmentStep, { programmeId: programme.id })
    : null;
  const leads = assessment && (assessment.step === "go-on" || programme.phasePosition <= assessmentUpToPhase);
  const step = (kind: NextStep["kind"], path: string, about = "") => ({ kind, key: kind, about, on: null, path });
  return [
    ...(profile && profile.completeness.there.length === 0
      ? [step("profile", `/programmes/${programme.id}/profile`)]
      : []),
    ...(leads ? [step(assessment.step, assessment.path, "inventory" in assessment ? assessment.inventory : "")] : []),
  ];
}
