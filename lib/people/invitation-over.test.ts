import { expect, test } from "vitest";
import { invite, resendInvitation } from "@/lib/people/commands/invitations";
import { peopleList } from "@/lib/people/lists";
import { askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const day = 86_400_000;

test("an invitation that nobody opened in its time is found, and is none of them any more once it was sent again", async () => {
  const { north } = world;
  const actor = await north.as("administrator");
  const begin = new Date();
  const { personId } = await north.execute(
    invite,
    "administrator",
    { name: "Ingrid Aas", email: "ingrid.aas@harbour.example", roleKeys: ["consultant"] },
    { now: begin },
  );
  const over = (now: Date, value: "yes" | "no") =>
    askTogether(
      actor,
      async (context) =>
        (await readList(context, peopleList, { filters: { invitationOver: value, status: "invited" } })).rows.some(
          ({ id }) => id === personId,
        ),
      { now },
    );
  const later = new Date(begin.getTime() + 15 * day);
  expect(await over(begin, "yes")).toBe(false);
  expect(await over(begin, "no")).toBe(true);
  expect(await over(later, "yes")).toBe(true);
  expect(await over(later, "no")).toBe(false);
  await north.execute(resendInvitation, "administrator", { personId }, { now: later });
  expect(await over(later, "yes")).toBe(false);
});
