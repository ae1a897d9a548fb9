import "server-only";
import type { Transaction } from "@/db/client";
import type { engagements, separationEvents } from "@/db/schema/sponsors";
import { indexRecord } from "@/lib/platform/search-index";
import type { SearchDocument } from "@/lib/platform/module";

type Named<Table extends { $inferSelect: unknown }> = Table["$inferSelect"];

/** What search finds a contract by. Its price is not among it. */
export const engagementDocument = (
  { id, reference }: Pick<Named<typeof engagements>, "id" | "reference">,
  sponsorName: string,
): SearchDocument => ({ entityId: id, title: reference, body: sponsorName });

/** What search finds a separation event by: its name, its place, the company. Nobody who is on its list. */
export const separationDocument = (
  { id, name, place }: Pick<Named<typeof separationEvents>, "id" | "name" | "place">,
  sponsorName: string,
): SearchDocument => ({ entityId: id, title: name, body: `${place} ${sponsorName}` });

export const indexEngagement = (tx: Transaction, row: Named<typeof engagements>, sponsorName: string): Promise<void> =>
  indexRecord(tx, { entity: "engagement", ...engagementDocument(row, sponsorName) });

export const indexSeparation = (
  tx: Transaction,
  row: Named<typeof separationEvents>,
  sponsorName: string,
): Promise<void> => indexRecord(tx, { entity: "separation", ...separationDocument(row, sponsorName) });
