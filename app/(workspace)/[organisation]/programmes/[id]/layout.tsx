import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { withMessages } from "@/components/frame/with-messages";
import { NeighbourLinks } from "@/components/neighbours/neighbour-links";
import { RecordHeader } from "@/components/frame/record-header";
import { NotesPaneButton } from "@/components/notes/notes-pane-button";
import { MovesMenu } from "@/components/programmes/moves-menu";
import { OnOverview } from "@/components/programmes/on-overview";
import { ProgrammeTabs } from "@/components/programmes/programme-tabs";
import { phaseSteps } from "@/components/programmes/record";
import { stateLook } from "@/components/programmes/state-look";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PhaseRail } from "@/components/ui/phases";
import { neighboursOf } from "../neighbours";
import { keep } from "./notes/actions";
import { programmeOfPage } from "./programme-of-page";
import { accept, completeThePhase, remind, resume } from "../actions";

/** Parts that each programme has: who goes on to the next person stays on theirs. */
const sharedParts = ["tasks", "plan", "sessions", "messages", "profile", "competencies", "notes", "files", "history"];

export async function generateMetadata({ params }: { params: Promise<{ organisation: string; id: string }> }) {
  const { organisation, id } = await params;
  const { programme } = await programmeOfPage(organisation, id);
  return { title: programme.executive.name };
}

/** A programme's header, phases and tabs; the parts below. */
async function ProgrammeLayout({
  params,
  children,
}: {
  params: Promise<{ organisation: string; id: string }>;
  children: ReactNode;
}) {
  const { organisation, id } = await params;
  const { programme, unread, sees, toConfirm, list, me, timeZone } = await programmeOfPage(organisation, id);
  const { previous, next } = await neighboursOf(organisation, id);
  const t = await getTranslations("programmes.record");
  const names = await getTranslations("programmes.navigation");
  const states = await getTranslations("programmes.states");
  const own = await getTranslations("programmes.own");
  const format = await getFormatter();
  const date = (at: Date) => format.dateTime(at, { day: "numeric", month: "short" });
  const here = `/${organisation}/programmes/${id}`;
  const present = programme.phases.find(({ position }) => position === programme.phasePosition);
  const look = stateLook[programme.state];
  return (
    <>
      <RecordHeader
        crumbs={
          programme.mine
            ? [{ label: own("crumb"), href: `/${organisation}` }, { label: own("title") }]
            : [{ label: names(list), href: `/${organisation}/programmes` }, { label: programme.executive.name }]
        }
        beside={
          <NeighbourLinks
            here={here}
            parts={sharedParts}
            previous={previous && { name: previous.name, href: `/${organisation}/programmes/${previous.id}` }}
            next={next && { name: next.name, href: `/${organisation}/programmes/${next.id}` }}
          />
        }
        name={programme.mine ? own("title") : programme.executive.name}
        avatar={!programme.mine}
        lede={
          <OnOverview>
            {t("lede", {
              role: programme.lastRole || "none",
              sponsor: programme.sponsorName || "none",
              package: programme.package.name,
            })}
          </OnOverview>
        }
        state={
          <OnOverview>
            <Badge icon={look.icon} tone={look.tone} size="large">
              {states(programme.state)}
            </Badge>
          </OnOverview>
        }
        actions={
          <>
            {sees.takesNotes ? (
              <NotesPaneButton
                organisation={organisation}
                programmeId={id}
                person={me}
                about={programme.executive.name}
                timeZone={timeZone}
                keep={keep}
              />
            ) : null}
            {sees.messages ? (
              <LinkButton
                variant="primary"
                href={`${here}/messages`}
                icon="message-square"
                // Where one writes or books on a phone, the tab and the bar below lead to messages just as well.
                className="phone:in-[main:has(form,[data-own-action])]:hidden!"
              >
                {t("message")}
              </LinkButton>
            ) : null}
          </>
        }
        menu={
          sees.writes ? (
            <MovesMenu
              organisation={organisation}
              id={id}
              state={programme.state}
              moves={programme.moves}
              actions={{ accept, completePhase: completeThePhase, remind, resume }}
            />
          ) : undefined
        }
      />
      {toConfirm ? (
        <Notice
          icon="handshake"
          tone="ok"
          className="mb-4"
          action={
            <LinkButton size="small" href={`${here}/do/land`}>
              {t("confirmLanding")}
            </LinkButton>
          }
        >
          {t.rich("accepted", {
            name: programme.executive.name,
            title: toConfirm.title,
            company: toConfirm.companyName,
            b: (words) => <b>{words}</b>,
          })}
        </Notice>
      ) : null}
      <OnOverview as="div">
        <Card className="mb-4 px-5 pt-[18px] pb-3.5 phone:px-4 phone:pt-3.5">
          <PhaseRail
            label={t("phases")}
            steps={phaseSteps(programme, (phase) =>
              phase.completedAt
                ? date(phase.completedAt)
                : phase === present && phase.enteredAt
                  ? t("since", { date: date(phase.enteredAt) })
                  : undefined,
            )}
          />
          <p className="mt-2 hidden text-sm phone:block">
            {t.rich("phaseOf", {
              position: programme.phasePosition,
              total: programme.phases.length,
              name: present?.name ?? "",
              b: (words) => <b>{words}</b>,
            })}
          </p>
        </Card>
      </OnOverview>
      <ProgrammeTabs
        here={here}
        unread={unread}
        sees={sees}
        landed={programme.landedOnce}
        {...(sees.search ? { searchHref: `/${organisation}/job-search/${programme.executiveId}` } : {})}
      />
      {children}
    </>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/layout", ProgrammeLayout);
