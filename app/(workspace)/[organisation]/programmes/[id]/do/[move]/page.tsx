import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { withMessages } from "@/components/frame/with-messages";
import { landingPay } from "@/components/job-search/pay";
import { MoveForm } from "@/components/programmes/move-form";
import type { MoveForms } from "@/components/programmes/move-frame";
import { ReopeningEffect } from "@/components/programmes/reopening-effect";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { landingToConfirm } from "@/lib/job-search/queries/opportunities";
import { may } from "@/lib/platform/actor";
import { isEnded } from "@/lib/programmes/lifecycle";
import { consultants } from "@/lib/programmes/queries/consultants";
import { reopeningOf } from "@/lib/programmes/queries/reopening";
import { visibleTeams } from "@/lib/programmes/queries/teams";
import { activate, complete, edit, expire, extend, handOverTo, land, pause, reopen, withdraw } from "../../../actions";
import { programmeOfPage } from "../../programme-of-page";

const actions = { activate, extend, pause, land, complete, expire, withdraw, reopen, edit, "hand-over": handOverTo };

const titles: Record<keyof MoveForms, string> = {
  activate: "activate",
  extend: "extend",
  pause: "pause",
  land: "land",
  complete: "complete",
  expire: "expire",
  withdraw: "withdraw",
  reopen: "reopen",
  edit: "edit",
  "hand-over": "handOver",
};

/** One change of a programme's state, on a page of its own: what it means, what it needs. */
async function MovePage({ params }: WorkspaceProps<{ id: string; move: string }>) {
  const { organisation, id, move } = await params;
  if (!isMove(move)) notFound();
  const { programme, sees } = await programmeOfPage(organisation, id);
  if (!sees.writes) notFound();
  const t = await getTranslations("programmes.moves");
  const { accepted, currency, effect, ...choices } = await readPage(organisation, async ({ ask, actor }) => ({
    consultants:
      move === "hand-over" && may(actor, "programmes:handover")
        ? (await ask(consultants, {})).filter((person) => person.id !== programme.consultantId)
        : [],
    // Only of what ended: a programme that runs has nothing to get back.
    effect: move === "reopen" && isEnded(programme.state) ? await ask(reopeningOf, { id }) : null,
    currency: actor.organisation.currency,
    teams: move === "edit" ? await ask(visibleTeams, {}) : [],
    accepted:
      move === "land" && may(actor, "job-search:read") ? await ask(landingToConfirm, { programmeId: id }) : null,
  }));
  // The offer's currency among them, whatever it is.
  const known = [
    currency,
    ...(accepted ? [accepted.agreedPay?.currency ?? accepted.currency] : []),
    "CHF",
    "EUR",
    "GBP",
    "USD",
  ];
  const currencies: [string, ...string[]] = [currency, ...new Set(known.filter((one) => one !== currency))];
  return (
    <Card pad className="max-w-3xl">
      <h2 className="font-title text-xl">{t(`titles.${titles[move]}`, { name: programme.executive.name })}</h2>
      <p className="mt-1 mb-5 text-muted-foreground">{t(`ledes.${titles[move]}`)}</p>
      {effect ? <ReopeningEffect effect={effect} /> : null}
      <MoveForm
        organisation={organisation}
        move={move}
        programme={{
          id,
          version: programme.version,
          name: programme.executive.name,
          sponsorName: programme.sponsorName,
          lastRole: programme.lastRole,
          noticeOn: programme.noticeOn ?? "",
          endsOn: programme.endsOn ?? "",
          teamId: programme.teamId ?? "",
        }}
        {...choices}
        currencies={currencies}
        {...(accepted
          ? {
              accepted: {
                employer: accepted.companyName,
                title: accepted.title,
                acceptedOn: accepted.acceptedOn ?? "",
                startsOn: accepted.startsOn ?? "",
                source: accepted.source,
                ...landingPay(accepted),
              },
            }
          : {})}
        actions={actions}
      />
    </Card>
  );
}

const isMove = (move: string): move is keyof MoveForms => Object.hasOwn(actions, move);

export default withMessages("(workspace)/[organisation]/programmes/[id]/do/[move]/page", MovePage);
