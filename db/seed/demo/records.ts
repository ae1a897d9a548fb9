import { asc, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { newId } from "@/db/tenant-table";
import { personActor } from "@/lib/identity/person-actor";
import { execute } from "@/lib/platform/execute";
import { addComment } from "@/lib/records/commands/comments";
import { setFieldValues } from "@/lib/records/commands/field-values";
import { defineField } from "@/lib/records/commands/fields";

export interface DemoFirm {
  organisationId: string;
  slug: string;
  people: Record<string, { personId: string; userId: string }>;
  administrator: { personId: string; userId: string };
  now: Date;
}

const day = 86_400_000;

const reaches = ["Stays in the region", "Within the country", "Anywhere"];
const languages = ["English", "German", "French", "Spanish"];

/** What the firm added to its records, filled in as such fields are: not everywhere; and what colleagues said to each other. */
export async function tellRecords(firm: DemoFirm): Promise<void> {
  const { organisationId, slug, now } = firm;
  const system = { kind: "system" as const, organisationId, cause: "seed" };
  const long = { now: new Date(now.getTime() - 300 * day) };
  const define = async (entity: string, kind: "number" | "choice" | "date" | "text", label: string, more = {}) =>
    (await execute(defineField, system, { entity, kind, label, ...more }, long)).output.id;
  const reach = await define("programme", "choice", "Would move", { choices: reaches });
  const weeks = await define("programme", "number", "Notice period", {
    hint: "In weeks, from the day they were told.",
  });
  const signed = await define("programme", "date", "Agreement signed on");
  const language = await define("person", "choice", "Speaks best", { choices: languages });
  const diary = await define("person", "text", "Diary kept by", { hint: "Whom to ask for an appointment." });

  const found = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx
      .select({
        id: programmes.id,
        invitedAt: programmes.invitedAt,
        state: programmes.state,
        name: people.name,
        personId: people.id,
      })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .orderBy(asc(programmes.executiveKey)),
  );
  for (const [at, { id, invitedAt, state, name, personId }] of found.entries()) {
    const values: Array<{ fieldId: string; value: string | number }> = [];
    if (at % 4 !== 3) values.push({ fieldId: reach, value: reaches[(at * 7) % reaches.length]! });
    if (at % 3 !== 2) values.push({ fieldId: weeks, value: [4, 8, 12, 13, 26][(at * 3) % 5]! });
    if (!["invited", "withdrawn"].includes(state) && at % 5 !== 4)
      values.push({ fieldId: signed, value: new Date(invitedAt.getTime() - 6 * day).toISOString().slice(0, 10) });
    const moment = { now: new Date(Math.min(invitedAt.getTime() + 2 * day, now.getTime())) };
    const fill = (entity: string, entityId: string, filled: typeof values) =>
      execute(
        setFieldValues,
        system,
        { entity, entityId, values: filled.map((value) => ({ ...value, expectedVersion: 0 })) },
        moment,
      );
    if (values.length > 0) await fill("programme", id, values);
    if (at % 3 === 0 || name === "Aurelio Santangelo")
      await fill("person", personId, [{ fieldId: language, value: languages[at % languages.length]! }]);
    if (at % 9 === 4) await fill("person", personId, [{ fieldId: diary, value: "Ms. Halvorsen, mornings" }]);
  }

  const programmeOf = (name: string) => found.find((one) => one.name === name)!.id;
  const judith = await personActor({ id: newId(), userId: firm.people["Judith Okafor-Lindqvist"]!.userId }, slug);
  const administrator = await personActor({ id: newId(), userId: firm.administrator.userId }, slug);
  const says = (actor: typeof judith, name: string, body: string, ago: number, mentions: string[] = []) =>
    execute(
      addComment,
      actor,
      { entity: "programme", entityId: programmeOf(name), body, mentions },
      { now: new Date(now.getTime() - ago * day) },
    );
  await says(
    judith,
    "Aurelio Santangelo",
    "The family stays until the school year ends. Nothing before July, whatever the offer.",
    21,
  );
  await says(
    administrator,
    "Aurelio Santangelo",
    "Lindqvarn asked whether we extend if nothing is signed by then. I said we would talk to you first.",
    6,
  );
  await says(
    judith,
    "Aurelio Santangelo",
    `@${administrator.name} he has two final talks next week. Let us wait for those.`,
    2,
    [administrator.personId],
  );
  await says(
    judith,
    "Tomás Echeverría Ibáñez",
    "Two calls without an answer. On Monday I write to him, and then we talk about a pause.",
    3,
  );
}
