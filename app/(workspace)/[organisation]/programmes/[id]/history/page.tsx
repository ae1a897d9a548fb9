import { History } from "@/components/programmes/history";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { timelineOf } from "@/lib/records/queries/timeline";
import { programmeOfPage } from "../programme-of-page";

/** Everything that happened to a programme, the latest first. */
export default async function HistoryPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { timeZone } = await programmeOfPage(organisation, id);
  const { entries } = await readPage(organisation, ({ ask }) =>
    ask(timelineOf, { entity: "programme", entityId: id, limit: 200 }),
  );
  return (
    <Card pad className="max-w-3xl">
      <History entries={entries} timeZone={timeZone} />
    </Card>
  );
}
