import { redirect } from "next/navigation";
import { navigationFor } from "./navigation";
import type { WorkspaceProps } from "@/lib/entry/page";
import { currentActor } from "@/lib/identity/current-actor";

/** The start of a workspace: what this person uses first. */
export default async function HomePage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const { bottom, nav } = await navigationFor(await currentActor(organisation));
  const first = bottom[0] ?? nav[0]?.items[0];
  redirect(first && !first.exact ? first.href : `/${organisation}/profile`);
}
