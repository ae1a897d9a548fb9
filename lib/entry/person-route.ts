import "server-only";
import { apiActor } from "@/lib/entry/api-actor";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import type { PersonActor } from "@/lib/platform/actor";

interface Given<Place> {
  request: Request;
  params: Place;
  /** The signed-in person, in the organisation that the address names. */
  actor: PersonActor;
  facts: Awaited<ReturnType<typeof requestFacts>>;
}

/**
 * The handler of a route that our own pages ask about one organisation: `work` answers for the signed-in person. A refusal is
 * answered under its status, a fault as 500 with the id it was logged under (lib/entry/refusal-response.ts).
 */
export const personRoute =
  <Place extends { organisation: string }>(work: (given: Given<Place>) => Promise<Response>) =>
  async (request: Request, { params }: { params: Promise<Place> }): Promise<Response> => {
    const facts = await requestFacts();
    try {
      const place = await params;
      const actor = await apiActor(place.organisation);
      return await work({ request, params: place, actor, facts });
    } catch (error) {
      return refusalResponse(error, facts.requestId);
    }
  };
