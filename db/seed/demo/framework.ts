import { newId } from "@/db/tenant-table";
import type { DemoFirm } from "@/db/seed/demo/records";
import { addCompetency, editCompetency, publishDraft, startDraft } from "@/lib/competencies/commands/framework";
import { oneFramework } from "@/lib/competencies/queries/framework";
import { personActor } from "@/lib/identity/person-actor";
import { ask, execute } from "@/lib/platform/execute";

const day = 86_400_000;

/** What the firm said in other words when it made the default framework its own. */
const rewritten: Record<string, { name: string; description: string; level4: string; level5: string }> = {
  digital: {
    name: "Technology and data",
    description: "Knows what technology and data can do for the business, and decides with them.",
    level4: "Leads technology projects to a result that customers or colleagues notice within a year.",
    level5: "Has changed what a business sells or how it works by means of technology, and can say what it cost.",
  },
  finance: {
    name: "Financial command",
    description: "Runs the business by its figures: profit, cash, and the capital that is tied up.",
    level4: "Runs a full profit and loss account; knows what moves cash and margin, and says so early.",
    level5: "Has led financing, a turnaround or an acquisition, and answered for it to owners.",
  },
};

/** The framework's life: a second version in the firm's own words, and a third one that is being written. */
export async function tellFramework({ slug, administrator, now }: DemoFirm): Promise<void> {
  const actor = await personActor({ id: newId(), userId: administrator.userId }, slug);
  const at = (daysAgo: number) => ({ now: new Date(now.getTime() - daysAgo * day) });
  const { id } = (await execute(startDraft, actor, {}, at(4))).output;
  const { competencies } = await ask(oneFramework, actor, { id });
  for (const competency of competencies) {
    const words = rewritten[competency.key];
    if (!words) continue;
    const [level1 = "", level2 = "", level3 = ""] = competency.levels;
    await execute(
      editCompetency,
      actor,
      {
        ...{ id: competency.id, expectedVersion: competency.version, cluster: competency.cluster },
        ...{ level1, level2, level3, ...words },
      },
      at(4),
    );
  }
  const changes = "Two competencies in the words that our executives use. What was rated before stays as it is.";
  await execute(publishDraft, actor, { id, changes }, at(3));
  const { id: next } = (await execute(startDraft, actor, {}, at(1))).output;
  await execute(
    addCompetency,
    actor,
    {
      ...{ frameworkId: next, cluster: "People", name: "Leading from afar" },
      description: "Leads people whom one rarely meets, so that they know what counts and that they count.",
      level1: "Works alone well, wherever that is.",
      level2: "Keeps in touch with a team in another place.",
      level3: "Leads a team in several places; everybody knows what is asked of them.",
      level4: "Has made distance work for a whole business, with fewer meetings and better ones.",
      level5: "Is asked by others how it is done, and has led through a crisis without being there.",
    },
    at(1),
  );
}
