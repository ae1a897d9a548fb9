import { getFormatter, getTranslations } from "next-intl/server";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { AttentionNotice } from "@/components/programmes/attention-notice";
import { ConsentsLine } from "@/components/programmes/consents-line";
import { History } from "@/components/programmes/history";
import { HoursAndSessions } from "@/components/programmes/hours-and-sessions";
import { FactLine } from "@/components/programmes/fact-line";
import { ProgrammeFacts } from "@/components/programmes/programme-facts";
import { TaskList } from "@/components/programmes/task-list";
import { AcceptCard } from "@/components/programmes/accept-card";
import { PromisesBeside } from "@/components/sla/promises-beside";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { timelineOf } from "@/lib/records/queries/timeline";
import { plannedHoursOf } from "@/lib/programmes/planned-hours";
import { consentsOf } from "@/lib/programmes/queries/consents";
import { packageChangesOf } from "@/lib/programmes/queries/package-changes";
import { programmeTaskList } from "@/lib/programmes/queries/record";
import { sessionsOf } from "@/lib/programmes/queries/sessions";
import { clocksOfPerson } from "@/lib/sla/queries/of-person";
import { CommentsBeside, FieldsBeside } from "../../beside-record";
import { undoAction } from "../../undo-action";
import { accept, giveEvidence, open, remove, tickOff, giveBack, signOff, unsign } from "../actions";
import { programmeOfPage } from "./programme-of-page";

/** What an executive is told of it; that something is late or quiet is the consultant's to know. */
const quietly = new Set(["paused", "ended"]);

/** A programme at a glance: what is next, the facts, what happened last. */
async function ProgrammePage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("programmes");
  const format = await getFormatter();
  const { programme, sees, beside, timeZone } = await programmeOfPage(organisation, id);
  const { tasks, sessions, consents, changes, history, promises } = await readPage(
    organisation,
    async ({ ask, actor }) => ({
      tasks: await ask(programmeTaskList, { id }),
      sessions: await ask(sessionsOf, { id }),
      consents: await ask(consentsOf, { id }),
      // Who may write some programmes need not be allowed to write this one.
      changes: sees.writes ? await ask(packageChangesOf, { id }).catch(() => []) : [],
      promises:
        may(actor, clocksOfPerson.permission) && !programme.mine
          ? await ask(clocksOfPerson, { personId: programme.executiveId })
          : null,
      // Comments stand beside it in full; the page of the history tells of them too.
      history: (await ask(timelineOf, { entity: "programme", entityId: id, limit: 24 })).entries
        .filter(({ kind }) => !kind.startsWith("comments."))
        .slice(0, 6),
    }),
  );
  const here = `/${organisation}/programmes/${id}`;
  const record = { entity: "programme", entityId: id };
  const upToNow = tasks.filter(
    (task) =>
      !task.doneAt &&
      (task.phasePosition === programme.phasePosition ||
        (task.mandatory && task.phasePosition < programme.phasePosition)),
  );
  const done = tasks.filter((task) => task.doneAt).length;
  return (
    <RecordColumns
      facts={
        <>
          <Card pad>
            <h3 className="mb-2 text-base font-semibold">{t("record.facts.title")}</h3>
            <ProgrammeFacts programme={programme} />
            {programme.landing ? (
              <p className="mt-3 text-sm">
                <Link href={`${here}/landing`} className="tap-links">
                  {t("landing.open")}
                </Link>
              </p>
            ) : null}
            <ConsentsLine consents={consents} mine={programme.mine} href={`${here}/consents`} />
            {changes.length > 0 ? (
              <FactLine icon="layers" href={`${here}/package`} look={t("packageChanges.look")}>
                {t("packageChanges.line", { count: changes.length })}
              </FactLine>
            ) : null}
            {programme.landedOnce && !programme.landing ? (
              <FactLine icon="rotate-ccw" href={`${here}/landing`} look={t("landing.fallen.look")}>
                {t("landing.fallen.line")}
              </FactLine>
            ) : null}
          </Card>
          <HoursAndSessions
            hours={plannedHoursOf(tasks)}
            sessions={sessions}
            phases={programme.phases}
            mine={programme.mine}
          />
          {promises ? <PromisesBeside {...{ organisation, timeZone }} clocks={promises} /> : null}
          <FieldsBeside organisation={organisation} record={record} beside={beside} />
          <Card pad>
            <div className="mb-2 flex items-baseline">
              <h3 className="text-base font-semibold">{t("record.historyTitle")}</h3>
              <Link href={`${here}/history`} className="ms-auto text-sm">
                {t("record.historyAll")}
              </Link>
            </div>
            <History entries={history} timeZone={timeZone} />
          </Card>
        </>
      }
    >
      {programme.mine && programme.state === "invited" ? (
        <AcceptCard organisation={organisation} programme={programme} accept={accept} />
      ) : programme.mine && !quietly.has(programme.attention) ? null : (
        <AttentionNotice programme={programme} />
      )}
      <Card>
        <CardHeader>
          <CardTitle>{t("record.next")}</CardTitle>
          <span className="text-muted-foreground">
            {t("tasks.counts", { open: format.number(upToNow.length), done: format.number(done) })}
          </span>
          <Link href={`${here}/tasks`} className="ms-auto text-sm">
            {t("record.historyAll")}
          </Link>
        </CardHeader>
        {upToNow.length === 0 ? (
          <p className="px-5 py-6 text-muted-foreground phone:px-4">{t("record.nextNone")}</p>
        ) : (
          <TaskList
            organisation={organisation}
            tasks={upToNow}
            mine={programme.mine}
            writes={sees.writes}
            works={sees.works}
            actions={{ tickOff, open, remove, giveEvidence, signOff, giveBack, unsign }}
            undo={undoAction}
          />
        )}
      </Card>
      <CommentsBeside
        organisation={organisation}
        record={record}
        beside={beside}
        about={programme.executive.name}
        timeZone={timeZone}
      />
    </RecordColumns>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/page", ProgrammePage);
