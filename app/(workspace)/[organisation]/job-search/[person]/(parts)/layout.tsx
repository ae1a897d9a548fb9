import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { withMessages } from "@/components/frame/with-messages";
import { NeighbourLinks } from "@/components/neighbours/neighbour-links";
import { PageHead } from "@/components/frame/page-head";
import { SearchTabs } from "@/components/job-search/search-tabs";
import { NotesPaneButton } from "@/components/notes/notes-pane-button";
import { LinkButton } from "@/components/ui/link-button";
import { readPage } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { keep } from "../../../programmes/[id]/notes/actions";
import { listName } from "../../../programmes/list-name";
import { neighboursOf } from "../../../programmes/neighbours";
import { searchOfPage } from "../search-of-page";

interface SearchProps {
  params: Promise<{ organisation: string; person: string }>;
}

const noNeighbours = { previous: null, next: null };

export async function generateMetadata({ params }: SearchProps) {
  const { organisation, person } = await params;
  const [t, { mine, name }] = await Promise.all([getTranslations("job-search"), searchOfPage(organisation, person)]);
  return { title: mine ? t("title") : t("titleOf", { name }) };
}

/** A search's head and its parts. */
async function SearchLayout({ params, children }: SearchProps & { children: ReactNode }) {
  const { organisation, person } = await params;
  const t = await getTranslations("job-search");
  const { mine, name, programmeId, open, followUps, writes } = await searchOfPage(organisation, person);
  const { previous, next } = mine || !programmeId ? noNeighbours : await neighboursOf(organisation, programmeId);
  const names = await getTranslations("programmes.navigation");
  const { list, writer } = await readPage(organisation, async ({ actor }) => ({
    list: listName(actor),
    writer: !mine && may(actor, "notes:write") ? { id: actor.personId, timeZone: actor.timeZone } : null,
  }));
  const here = `/${organisation}/job-search/${person}`;
  const total = Object.values(open).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHead
        title={mine ? t("title") : t("titleOf", { name })}
        lede={t.rich("lede", { total, offers: open.offer ?? 0, followUps, b: (words) => <b>{words}</b> })}
        crumbs={
          mine || !programmeId
            ? undefined
            : [
                { label: names(list), href: `/${organisation}/programmes` },
                { label: name, href: `/${organisation}/programmes/${programmeId}` },
                { label: t("title") },
              ]
        }
        beside={
          <NeighbourLinks
            here={here}
            parts={["list", "contacts", "companies", "offers", "week"]}
            previous={previous && { name: previous.name, href: `/${organisation}/job-search/${previous.executiveId}` }}
            next={next && { name: next.name, href: `/${organisation}/job-search/${next.executiveId}` }}
          />
        }
        actions={
          writes ? (
            <LinkButton variant="primary" href={`${here}/new/opportunity`} icon="plus">
              {t("add.opportunity")}
            </LinkButton>
          ) : writer && programmeId ? (
            <NotesPaneButton
              organisation={organisation}
              programmeId={programmeId}
              person={writer.id}
              about={name}
              timeZone={writer.timeZone}
              keep={keep}
            />
          ) : undefined
        }
      />
      <SearchTabs here={here} offers={open.offer ?? 0} />
      {children}
    </>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/[person]/(parts)/layout", SearchLayout);
