import "server-only";
import { scopesOf, type OrganisationActor } from "@/lib/platform/actor";

/**
 * What the list of programmes is called for somebody, as a key of `programmes.navigation`: menu, page and breadcrumbs say the same.
 * Whoever looks after executives and sees all programmes as well has one page for both.
 */
export const listName = (actor: OrganisationActor): "caseload" | "programmes" =>
  scopesOf(actor, "programmes:read").has("caseload") ? "caseload" : "programmes";
