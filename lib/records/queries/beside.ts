import "server-only";
import { may } from "@/lib/platform/actor";
import type { QueryContext } from "@/lib/platform/operation";
import { commentsOf } from "@/lib/records/queries/comments";
import { fieldValuesOf } from "@/lib/records/queries/fields";
import type { RecordReference } from "@/lib/records/schemas";
import { isColleague } from "@/lib/records/visibility";

/**
 * What colleagues keep beside a record, for its page: comments and the organisation's own fields. Null for what is not the
 * reader's to see; a record that is the reader's own has neither.
 */
export async function besideRecord(context: QueryContext, reference: RecordReference) {
  const { tx, actor, ask } = context;
  const colleague = await isColleague(tx, actor, "records:read", reference);
  return {
    comments:
      colleague && may(actor, "comments:read")
        ? { list: await ask(commentsOf, reference), writes: may(actor, "comments:write") }
        : null,
    fields:
      colleague && may(actor, "custom-fields:read")
        ? { list: await ask(fieldValuesOf, reference), writes: may(actor, "records:fill") }
        : null,
  };
}
