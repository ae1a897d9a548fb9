import { getTranslations } from "next-intl/server";
import { undoAction } from "../undo-action";
import { add, putMember, remove, removeMember, rename } from "./actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { AddTeam, TeamCard, type TeamActions } from "@/components/people/team-card";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { allTeams, teamCandidates } from "@/lib/people/queries/teams";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("people.teams"))("title") };
}

/** Workspaces inside the organisation, and who belongs to them. */
async function TeamsPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("people.teams");
  const { teams, candidates, mayWrite } = await readPage(organisation, async ({ ask, actor }) => {
    const writes = may(actor, "teams:write");
    return {
      teams: await ask(allTeams, {}),
      candidates: writes ? await ask(teamCandidates, {}) : [],
      mayWrite: writes,
    };
  });
  const actions: TeamActions | undefined = mayWrite
    ? { add, rename, remove, putMember, removeMember, undo: undoAction as TeamActions["undo"] }
    : undefined;
  const addTeam = mayWrite ? <AddTeam organisation={organisation} add={add} /> : undefined;
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} actions={teams.length > 0 ? addTeam : undefined} />
      {teams.length === 0 ? (
        <Card>
          <Empty icon="network" title={t("empty.title")} action={addTeam}>
            {t("empty.text")}
          </Empty>
        </Card>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 beside:grid-cols-2">
          {teams.map((team) => (
            <TeamCard
              key={`${team.id}/${team.version}`}
              organisation={organisation}
              team={team}
              candidates={candidates}
              actions={actions}
            />
          ))}
        </div>
      )}
    </>
  );
}

export default withMessages("(workspace)/[organisation]/teams/page", TeamsPage);
