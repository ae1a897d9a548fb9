import { getTranslations } from "next-intl/server";
import { withMessages } from "@/components/frame/with-messages";
import { ProgrammeFiles } from "@/components/programmes/programme-files";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { filesOf } from "@/lib/files/queries";
import { programmeOfPage } from "../programme-of-page";

/** Files of the programme: what both put there for each other. */
async function FilesPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("programmes.files");
  const { sees } = await programmeOfPage(organisation, id);
  const files = await readPage(organisation, ({ ask }) => ask(filesOf, { entity: "programme", entityId: id }));
  return (
    <ProgrammeFiles
      organisation={organisation}
      programmeId={id}
      files={files.map(({ id: fileId, name, size, mediaType, uploadedAt, uploadedBy }) => ({
        id: fileId,
        name,
        size,
        mediaType,
        uploadedAt,
        uploadedBy,
      }))}
      adds={sees.works}
      label={t("title")}
    />
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/files/page", FilesPage);
