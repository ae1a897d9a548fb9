import { Comments } from "@/components/records/comments";
import { RecordFields } from "@/components/records/record-fields";
import type { besideRecord } from "@/lib/records/queries/beside";
import type { RecordReference } from "@/lib/records/schemas";
import { changeComment, comment, fill, takeCommentAway } from "./record-actions";
import { undoAction } from "./undo-action";

interface BesideProps {
  organisation: string;
  record: RecordReference;
  beside: Awaited<ReturnType<typeof besideRecord>>;
}

/** What colleagues say about a record; nothing for whom it is not for. `about` is the name of the person whom it is about. */
export function CommentsBeside({
  organisation,
  record,
  beside: { comments },
  about,
  timeZone,
}: BesideProps & { about: string; timeZone: string }) {
  if (!comments) return null;
  return (
    <Comments
      organisation={organisation}
      record={record}
      comments={comments.list}
      writes={comments.writes}
      about={about}
      timeZone={timeZone}
      actions={{ comment, change: changeComment, remove: takeCommentAway }}
      undo={undoAction}
    />
  );
}

/** What the organisation's own fields say of a record; nothing for whom it is not for. */
export function FieldsBeside({ organisation, record, beside: { fields } }: BesideProps) {
  if (!fields) return null;
  return (
    <RecordFields
      organisation={organisation}
      record={record}
      fields={fields.list}
      writes={fields.writes}
      fill={fill}
      undo={undoAction}
    />
  );
}
