import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { searchDocuments } from "@/db/schema/platform";
import { command } from "@/lib/platform/operation";
import { registry } from "@/lib/platform/registry";
import { RecordReference } from "@/lib/records/schemas";
import { indexRecords } from "@/lib/platform/search-index";

/** Builds the search index of the organisation anew, of one kind of record or of all that can say what they hold. */
export const reindex = command({
  name: "search.reindex",
  permission: "organisation:write",
  audit: { none: "The index only repeats what the records say." },
  input: z.strictObject({ entity: RecordReference.shape.entity.optional() }),
  example: () => ({}),
  async run({ tx }, { entity }) {
    const kinds = (await registry()).searchables.filter((kind) => !entity || kind.entity === entity);
    let records = 0;
    for (const { entity: kind, documents } of kinds) {
      if (!documents) continue;
      await tx.delete(searchDocuments).where(eq(searchDocuments.entity, kind));
      let after: string | null = null;
      for (;;) {
        const page: Awaited<ReturnType<typeof documents>> = await documents(tx, after);
        await indexRecords(tx, kind, page);
        records += page.length;
        const last = page.at(-1);
        if (!last) break;
        after = last.entityId;
      }
    }
    return { records };
  },
});
