import { notFound } from "next/navigation";
import { withMessages } from "@/components/frame/with-messages";
import { Notes } from "@/components/notes/notes";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { programmeNotes } from "@/lib/notes/queries";
import { undoAction } from "../../../undo-action";
import { programmeOfPage } from "../programme-of-page";
import { edit, remove, write } from "./actions";

/** The notes of a case that the person may read. */
async function NotesPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { sees, timeZone } = await programmeOfPage(organisation, id);
  if (!sees.notes) notFound();
  const notes = await readPage(organisation, ({ ask }) => ask(programmeNotes, { programmeId: id }));
  return (
    <Notes
      organisation={organisation}
      programmeId={id}
      notes={notes}
      writes={sees.writes}
      timeZone={timeZone}
      actions={{ write, edit, remove }}
      undo={undoAction}
    />
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/notes/page", NotesPage);
