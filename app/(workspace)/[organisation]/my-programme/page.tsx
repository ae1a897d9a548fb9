import { notFound, redirect } from "next/navigation";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { ownProgrammes } from "@/lib/programmes/queries/homes";

/** Leads an executive to the own programme. */
export default async function MyProgrammePage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const [own] = await readPage(organisation, ({ ask }) => ask(ownProgrammes, {}));
  if (!own) notFound();
  redirect(`/${organisation}/programmes/${own.id}`);
}
