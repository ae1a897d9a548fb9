import { getFormatter, getTranslations } from "next-intl/server";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { OutreachForm } from "@/components/job-search/outreach-form";
import { OutreachLog } from "@/components/job-search/outreach-log";
import { WeekPlan } from "@/components/job-search/week-plan";
import { WeekTable } from "@/components/job-search/week-table";
import { WhoNext } from "@/components/job-search/who-next";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { contactChoices, suggestContacts } from "@/lib/job-search/queries/contacts";
import { searchWeeksOf } from "@/lib/job-search/queries/weeks";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { undoAction } from "../../../../undo-action";
import { finish, log as logEntry, planTheWeek, removeEntry } from "../../../actions";
import { searchOfPage } from "../../search-of-page";

/** This week: whom to turn to and why, what was set out to do and what was done. */
async function WeekPage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await params;
  const { writes } = await searchOfPage(organisation, person);
  const personId = person;
  const { suggestions, week, contacts } = await readPage(organisation, async ({ ask }) => ({
    suggestions: await ask(suggestContacts, { personId }),
    week: await ask(searchWeeksOf, { personId }),
    contacts: writes ? await ask(contactChoices, { personId }) : [],
  }));
  const t = await getTranslations("job-search.week");
  const format = await getFormatter();
  const { today, weeks, log } = week;
  const [now, ...before] = weeks;
  const past = before.filter(({ planned, done }) => planned || Object.values(done).some((times) => times > 0));
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-8">
      <section>
        <SectionHead title={t("whoNext")} />
        <WhoNext organisation={organisation} suggestions={suggestions} />
      </section>
      <section>
        <SectionHead
          title={t("thisWeek")}
          count={t("from", {
            date: civilDay(format, now!.monday, { day: "numeric", month: "long" }),
          })}
        />
        <WeekPlan
          key={JSON.stringify(now)}
          organisation={organisation}
          personId={person}
          week={now!}
          writes={writes}
          plan={planTheWeek}
        />
      </section>
      {past.length > 0 ? (
        <section>
          <SectionHead title={t("before")} />
          {/* From the first week in which there was anything, with those between. */}
          <WeekTable weeks={before.slice(0, before.indexOf(past.at(-1)!) + 1)} />
        </section>
      ) : null}
      <section>
        <SectionHead title={t("log")} />
        {writes ? (
          <div className="mb-4">
            <OutreachForm
              organisation={organisation}
              personId={person}
              contacts={contacts}
              today={today}
              log={logEntry}
              undo={undoAction}
            />
          </div>
        ) : null}
        <Card>
          {log.length === 0 ? (
            <Empty icon="message-circle" title={t("noLog")}>
              {t("noLogText")}
            </Empty>
          ) : (
            <OutreachLog
              organisation={organisation}
              entries={log}
              today={today}
              writes={writes}
              names
              actions={{ finish, remove: removeEntry }}
              undo={undoAction}
            />
          )}
        </Card>
      </section>
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/[person]/(parts)/week/page", WeekPage);
