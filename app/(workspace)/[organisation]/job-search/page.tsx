import { redirect } from "next/navigation";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { scopesOf } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";

/** Leads a person to the own search. */
export default async function OwnSearchPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const me = await readPage(organisation, async ({ actor }) => {
    if (!scopesOf(actor, "job-search:read").has("own")) throw notFound("this page");
    return actor.personId;
  });
  redirect(`/${organisation}/job-search/${me}`);
}
