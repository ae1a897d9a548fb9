import { cache } from "react";
import { unreadMessages } from "@/lib/messages/queries";
import { readPage } from "@/lib/entry/page";
import { landingToConfirm } from "@/lib/job-search/queries/opportunities";
import { may } from "@/lib/platform/actor";
import { oneProgramme } from "@/lib/programmes/queries/record";
import { besideRecord } from "@/lib/records/queries/beside";
import { listName } from "../list-name";

/** The programme of the address with what the person may do, read once for header and page. */
export const programmeOfPage = cache((organisation: string, id: string) =>
  readPage(organisation, async (context) => {
    const { ask, actor } = context;
    const programme = await ask(oneProgramme, { id });
    const involved = programme.mine || programme.consultantId === actor.personId;
    const messages = may(actor, "messages:read") && involved;
    return {
      programme,
      unread: messages ? await ask(unreadMessages, { programmeId: id }) : 0,
      sees: {
        messages,
        competencies: may(actor, "competencies:read") && involved,
        rates: may(actor, "competencies:write") && involved,
        notes: may(actor, "notes:read"),
        takesNotes: may(actor, "notes:write") && !programme.mine,
        plan: may(actor, "plans:read") && involved,
        search: may(actor, "job-search:read") && involved,
        sessions: may(actor, "sessions:read"),
        books: may(actor, "sessions:write") && involved,
        resumes: may(actor, "resumes:read"),
        writes: may(actor, "programmes:write") && !programme.mine,
        works: may(actor, "programmes:work"),
      },
      toConfirm:
        may(actor, "programmes:land") && may(actor, "job-search:read") && !programme.mine
          ? await ask(landingToConfirm, { programmeId: id }).catch(() => null)
          : null,
      beside: await besideRecord(context, { entity: "programme", entityId: id }),
      list: listName(actor),
      me: actor.personId,
      timeZone: actor.timeZone,
    };
  }),
);
