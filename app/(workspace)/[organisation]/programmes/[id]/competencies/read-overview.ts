import "server-only";
import { competencyOverview } from "@/lib/competencies/queries/overview";
import { beginFramework } from "@/lib/competencies/commands/framework-begin";
import { job } from "@/lib/entry/job";
import { readPage } from "@/lib/entry/page";

/** A programme's competencies. An organisation from before there were any gets the default framework when it first looks. */
export async function readOverview(organisation: string, programmeId: string) {
  const read = () =>
    readPage(organisation, async ({ ask, now, organisation: { id } }) => ({
      organisationId: id,
      now,
      overview: await ask(competencyOverview, { programmeId }),
    }));
  const first = await read();
  if (first.overview) return { now: first.now, overview: first.overview };
  await job(first.organisationId, "competencies.begin").execute(beginFramework, {});
  return read();
}
