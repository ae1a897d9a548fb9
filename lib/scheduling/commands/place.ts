import "server-only";
import type { z } from "zod";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { attendeesOf, hostIdsOf, loadSession } from "../load";
import type { PlaceFields } from "../place-schema";
import { ChangePlaceInput } from "../schemas";
import { storeSession } from "../store-session";
import { tellPlaced } from "../tell";
import { runsSession } from "./changes";

type Place = z.output<typeof PlaceFields>;

/** Where a session was held before, to put it back there. */
interface Placed extends Place {
  id: string;
  version: number;
}

/** Another place for one session that is still to come, or another link or number. Whoever takes part is told, and so are their calendars. */
export const changePlace = command({
  name: "scheduling.changePlace",
  permission: "sessions:write",
  input: ChangePlaceInput,
  example: ({ sessionId }) => ({
    ...{ id: sessionId, expectedVersion: 1, placeKind: "place" as const, place: "Room 3, second floor" },
  }),
  undo: (_input, { id, version, placeKind, place }: Placed) => ({
    operation: "scheduling.changePlace",
    input: { id, expectedVersion: version, placeKind, place },
  }),
  async run(context, { id, expectedVersion, placeKind, place }): Promise<Placed> {
    const session = await loadSession(context, id, "sessions:write", true);
    const [hostIds, attendees] = [await hostIdsOf(context, id), await attendeesOf(context, id)];
    if (!runsSession(context, session, hostIds, attendees))
      throw new Refusal("forbidden", "Where a session is held is for who holds it.");
    assertVersion(session, expectedVersion, "this session");
    if (session.state !== "booked" || session.endsAt <= context.now)
      throw new Refusal("state", "Only a session that is still to come can be held elsewhere.");
    const before = { placeKind: session.placeKind as Place["placeKind"], place: session.place };
    if (before.placeKind === placeKind && before.place === place) return { id, version: session.version, ...before };
    const placed = await storeSession(context, session, { placeKind, place, sequence: session.sequence + 1 });
    await tellPlaced(context, placed);
    return { id, version: placed.version, ...before };
  },
});
