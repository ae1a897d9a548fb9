import { getTranslations } from "next-intl/server";
import { withMessages } from "@/components/frame/with-messages";
import { outreachLook } from "@/components/job-search/stage-look";
import { LinkButton } from "@/components/ui/link-button";
import type { WorkspaceProps } from "@/lib/entry/page";
import { outreachList } from "@/lib/job-search/outreach-list";
import { outreachKinds } from "@/lib/job-search/rules/outreach-kinds";
import { SearchList } from "../../search-list";

/** Everything that was logged: with whom, what came of it, what is promised. */
async function OutreachPage(page: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await page.params;
  const t = await getTranslations("job-search.outreach");
  const kinds = outreachKinds.map((kind) => [kind, { label: t(`kinds.${kind}`), icon: outreachLook[kind] }]);
  return (
    <SearchList
      {...{ page, definition: outreachList, name: "outreach", icon: "message-circle", empty: "outreach" }}
      views={{ promised: "f.promised=yes", meetings: "f.kind=meeting,call" }}
      columns={{ with: { width: "24%" }, note: { width: "36%" }, kind: { states: Object.fromEntries(kinds) } }}
      actions={
        <LinkButton href={`/${organisation}/job-search/${person}/week`} icon="pencil">
          {t("log")}
        </LinkButton>
      }
    />
  );
}

export default withMessages("(workspace)/[organisation]/job-search/[person]/(parts)/outreach/page", OutreachPage);
