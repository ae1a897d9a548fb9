import type { OrganisationFacts } from "@/lib/platform/organisation";
import type { Grants, Permission, Scope } from "@/lib/platform/permissions";

/** A signed-in person at work in one organisation. */
export interface PersonActor {
  kind: "person";
  organisation: OrganisationFacts;
  personId: string;
  userId: string;
  sessionId: string;
  name: string;
  photoFileId: string | null;
  /** The roles in words, by name. */
  roleNames: readonly string[];
  grants: Grants;
  teamIds: readonly string[];
  locale: string;
  timeZone: string;
}

/** The product itself, on behalf of one organisation: a background function, the seed, an import going on. */
export interface SystemActor {
  kind: "system";
  organisationId: string;
  /** What is at work: the function's name, "seed". */
  cause: string;
}

/** A message from outside that proved itself (a provider's signed call, a reply by mail). */
export interface WebhookActor {
  kind: "webhook";
  organisationId: string;
  source: string;
}

/** Who runs the installation. Sees the directory of organisations, never their data. */
export interface OperatorActor {
  kind: "operator";
  userId: string | null;
  name: string;
}

/** Somebody who signed in, outside of any organisation. */
export interface AccountActor {
  kind: "account";
  userId: string;
  sessionId: string;
  name: string;
}

/** Somebody of whom nothing is known but the address. */
export interface VisitorActor {
  kind: "visitor";
  address: string;
}

export type OrganisationActor = PersonActor | SystemActor | WebhookActor;
export type InstallationActor = OperatorActor | AccountActor | VisitorActor;

export const organisationIdOf = (actor: OrganisationActor): string =>
  actor.kind === "person" ? actor.organisation.id : actor.organisationId;

const everything: ReadonlySet<Scope> = new Set<Scope>(["all"]);
const nothing: ReadonlySet<Scope> = new Set<Scope>();

/** The scopes in which the actor holds a permission; empty when it does not. The system of an organisation holds all of its. */
export function scopesOf(actor: OrganisationActor, permission: Permission): ReadonlySet<Scope> {
  if (actor.kind !== "person") return everything;
  return actor.grants.get(permission) ?? nothing;
}

/** Whether the actor holds a permission in any scope. Which rows it reaches is the module's condition, not this. */
export const may = (actor: OrganisationActor, permission: Permission): boolean => scopesOf(actor, permission).size > 0;

/** Whether a permission reaches beyond the person's own records: who sees only those has no use for a list of all. */
export const reachesOthers = (actor: OrganisationActor, permission: Permission): boolean =>
  [...scopesOf(actor, permission)].some((scope) => scope !== "own");

/** The person behind an actor, if one is. */
export const personIdOf = (actor: OrganisationActor): string | null =>
  actor.kind === "person" ? actor.personId : null;
