import { withMessages } from "@/components/frame/with-messages";
import { AdministratorHome } from "@/components/homes/administrator-home";
import { ConsultantHome } from "@/components/homes/consultant-home";
import { ExecutiveHome } from "@/components/homes/executive-home";
import { FirstSteps } from "@/components/homes/first-steps";
import { RecruiterHome } from "@/components/homes/recruiter-home";
import { PlainHome } from "@/components/homes/plain-home";
import { SponsorHome } from "@/components/homes/sponsor-home";
import { SendKeptNotes } from "@/components/notes/send-kept-notes";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { messageInbox } from "@/lib/messages/queries";
import { may, scopesOf } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { consultantDay, ownProgrammes, programmeCounts } from "@/lib/programmes/queries/homes";
import { firstSteps } from "@/lib/programmes/queries/first-steps";
import { sponsorReport } from "@/lib/programmes/queries/sponsor-report";
import { recruiterDay } from "@/lib/tailoring/submissions/recruiter-day";
import { pressingClocks } from "@/lib/sla/queries/pressing";
import { promiseTo } from "@/lib/programmes/queries/promise";
import { oneProgramme, tasksOf } from "@/lib/programmes/queries/record";
import { dismiss } from "./home-actions";
import { waitingOf } from "./consultant-waiting";
import { lastImportOf, needsOf, runsOutOf, signInsOf } from "./administrator-needs";
import { stepsOf } from "./executive-steps";
import { sessionsAtHome } from "./sessions-at-home";
import { keep } from "./programmes/[id]/notes/actions";
import { undoAction } from "./undo-action";
import { accept, giveBack, giveEvidence, open, remove, signOff, tickOff, unsign } from "./programmes/actions";

/** Where everybody arrives: what waits for this person first. */
async function HomePage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const { sponsor } = await searchParams;
  const home = await readPage(organisation, async (context) => {
    const { ask, actor } = context;
    const person = { name: actor.name, timeZone: actor.timeZone, organisation: actor.organisation.name };
    const reach = scopesOf(actor, "programmes:read");
    const own = reach.has("own") ? await ask(ownProgrammes, {}) : [];
    if (reach.has("caseload")) {
      const day = await ask(consultantDay, {});
      return {
        kind: "consultant" as const,
        person,
        day,
        waiting: await waitingOf(context, day),
        sessions: await sessionsAtHome(context),
        pressing: may(actor, pressingClocks.permission) ? await ask(pressingClocks, {}) : null,
        writer: may(actor, "notes:write") ? actor.personId : null,
        steps: await ask(firstSteps, {}),
      };
    }
    const threads = may(actor, "messages:read") ? await ask(messageInbox, { unreadOnly: true }) : [];
    if (own[0]) {
      const programme = await ask(oneProgramme, { id: own[0].id });
      const tasks = await tasksOf(context, programme.id);
      return {
        ...{ kind: "executive" as const, person, programme, tasks, threads },
        session: (await sessionsAtHome(context)).next,
        promise: await ask(promiseTo, { id: programme.id }),
        ...(await stepsOf(context, programme, tasks)),
      };
    }
    if (reach.has("all")) {
      const counts = await ask(programmeCounts, {});
      return {
        kind: "administrator" as const,
        person,
        counts,
        needs: await needsOf(context),
        runsOut: await runsOutOf(context),
        lastImport: await lastImportOf(context),
        signIns: await signInsOf(context),
        steps: await ask(firstSteps, {}),
      };
    }
    if (may(actor, "sponsor-report:read"))
      return {
        kind: "sponsor" as const,
        person,
        report: await ask(sponsorReport, typeof sponsor === "string" ? { sponsorId: sponsor } : {}),
      };
    if (may(actor, "tailoring:read"))
      return {
        kind: "recruiter" as const,
        person,
        day: await ask(recruiterDay, {}),
        writes: may(actor, "tailoring:write"),
      };
    return { kind: "plain" as const, person, invitedNowhere: reach.has("own") };
  });
  const shared = { organisation, person: home.person, at: now() };
  const steps = "steps" in home && home.steps;
  const first = steps ? <FirstSteps organisation={organisation} steps={steps} dismiss={dismiss} /> : null;
  switch (home.kind) {
    case "consultant":
      return (
        <>
          {home.writer ? <SendKeptNotes organisation={organisation} person={home.writer} keep={keep} /> : null}
          <ConsultantHome
            {...shared}
            firstSteps={first}
            day={home.day}
            waiting={home.waiting}
            sessions={home.sessions}
            pressing={home.pressing}
          />
        </>
      );
    case "executive":
      return (
        <ExecutiveHome
          {...shared}
          programme={home.programme}
          tasks={home.tasks}
          threads={home.threads}
          session={home.session}
          promise={home.promise}
          steps={home.nextSteps}
          plan={home.plan}
          search={home.search}
          accept={accept}
          actions={{ tickOff, open, remove, giveEvidence, signOff, giveBack, unsign }}
          undo={undoAction}
        />
      );
    case "administrator":
      return (
        <AdministratorHome
          {...shared}
          firstSteps={first}
          counts={home.counts}
          needs={home.needs}
          runsOut={home.runsOut}
          lastImport={home.lastImport}
          signIns={home.signIns}
        />
      );
    case "recruiter":
      return <RecruiterHome {...shared} day={home.day} writes={home.writes} />;
    case "sponsor":
      return <SponsorHome {...shared} report={home.report} />;
    default:
      return <PlainHome {...shared} noProgramme={home.invitedNowhere} />;
  }
}

export default withMessages("(workspace)/[organisation]/page", HomePage);
