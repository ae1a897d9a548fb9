import "server-only";
import { personIdOf } from "@/lib/platform/actor";
import type { QueryContext } from "@/lib/platform/operation";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import type { Programme } from "@/lib/programmes/load";
import { Pay } from "@/lib/programmes/schemas";

/** Where a pay is sealed for: it can be opened at no other place. */
type Place = `programme:${string}:last-pay` | `landing:${string}:pay` | `opportunity:${string}:pay`;

/** Seals a pay with the organisation's key; null stays null. */
export const sealPay = ({ organisation }: Pick<QueryContext, "organisation">, pay: Pay | null, place: Place) =>
  pay && sealText(dataKeyOf(organisation), JSON.stringify(pay), place);

/** Opens a sealed pay, for the rules. Who may read it is {@link readsPay}'s question. */
export const openPay = (
  { organisation }: Pick<QueryContext, "organisation">,
  sealed: string | null,
  place: Place,
): Pay | null => (sealed ? Pay.parse(JSON.parse(openText(dataKeyOf(organisation), sealed, place))) : null);

/** Pay is read by the executive and by who accompanies them, whatever else somebody may see of the programme. */
export function readsPay({ actor }: Pick<QueryContext, "actor">, programme: Programme): boolean {
  const personId = personIdOf(actor);
  return personId !== null && [programme.executiveId, programme.consultantId].includes(personId);
}

/** Whether the actor is the consultant of the programme, and not its executive: who reads what was said after a landing. */
export function accompanies({ actor }: Pick<QueryContext, "actor">, programme: Programme): boolean {
  const personId = personIdOf(actor);
  return personId !== null && personId === programme.consultantId && personId !== programme.executiveId;
}
