import { redirect } from "next/navigation";
import { currentSession } from "@/lib/identity/current-session";
import { requireSetUp } from "@/lib/organisations/require-set-up";
import { ownOrganisations } from "@/lib/organisations/queries/own";

/** The start: where this person was last, or the sign-in page. */
export default async function StartPage() {
  await requireSetUp();
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  const organisations = await ownOrganisations(session.userId);
  const last = organisations.find(({ id }) => id === session.lastOrganisationId) ?? organisations[0];
  if (last) redirect(`/${last.slug}`);
  redirect(session.operator ? "/operator" : "/no-organisation");
}
