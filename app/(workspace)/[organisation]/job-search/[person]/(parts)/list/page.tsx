import { getTranslations } from "next-intl/server";
import { withMessages } from "@/components/frame/with-messages";
import { stageLook } from "@/components/job-search/stage-look";
import type { WorkspaceProps } from "@/lib/entry/page";
import { opportunityList } from "@/lib/job-search/lists";
import { stages } from "@/lib/job-search/rules/stages";
import { SearchList } from "../../search-list";

/** Every opportunity as a list. */
async function OpportunitiesPage(page: WorkspaceProps<{ person: string }>) {
  const t = await getTranslations("job-search.stages");
  const looks = stages.map((stage) => [stage, { label: t(stage), ...stageLook[stage] }]);
  return (
    <SearchList
      {...{ page, definition: opportunityList, name: "opportunities", icon: "target", empty: "board" }}
      views={{ open: "f.stage=target,applied,interviewing,offer", ended: "f.stage=accepted,declined,closed" }}
      columns={{ title: { width: "30%" }, stage: { states: Object.fromEntries(looks) } }}
    />
  );
}

export default withMessages("(workspace)/[organisation]/job-search/[person]/(parts)/list/page", OpportunitiesPage);
