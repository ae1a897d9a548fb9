import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { resumeSends, sendTemplateEditions, sendTemplates } from "@/db/schema/sending";
import type { SystemActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import {
  addSendTemplate,
  beginSending,
  editSendTemplate,
  removeSendTemplate,
  restoreSendTemplate,
} from "@/lib/tailoring/sending/template-commands";
import { oneSendTemplate, sendTemplatesThere } from "@/lib/tailoring/sending/template-queries";
import { sendingScene } from "@/lib/tailoring/sending/testing/scene";

const world = testWorld();

const { inNorth, system } = sendingScene(world);

describe("templates", () => {
  test("refuse what is not known at its field, keep each edition, and one name once", async () => {
    const fields = {
      name: "Mine",
      subject: "{{candidate.name}}",
      body: "Hello {{recipient.firstName}}",
      followUpDays: "",
    };
    const { id } = await world.north.execute(addSendTemplate, "recruiter", fields);
    const wrong = await refusalOf(
      world.north.execute(addSendTemplate, "recruiter", { ...fields, name: "B", body: "{{candidate.nmae}}" }),
    );
    expect(wrong.code).toBe("invalid");
    expect(JSON.stringify(wrong.details)).toContain("{{candidate.nmae}} is not known");
    expect(
      (await refusalOf(world.north.execute(addSendTemplate, "recruiter", { ...fields, name: "mine" }))).details.field,
    ).toBe("name");
    await world.north.execute(editSendTemplate, "recruiter", {
      id,
      expectedVersion: 1,
      ...fields,
      body: "Dear {{recipient.name}}",
    });
    await world.north.execute(editSendTemplate, "recruiter", {
      id,
      expectedVersion: 2,
      ...fields,
      body: "Dear {{recipient.name}}",
      name: "Mine too",
    });
    const shown = await world.north.ask(oneSendTemplate, "recruiter", { id });
    expect(shown).toMatchObject({
      edition: 2,
      name: "Mine too",
      editions: [{ number: 2 }, { number: 1, body: "Hello {{recipient.firstName}}" }],
    });
    const stale = await refusalOf(
      world.north.execute(editSendTemplate, "recruiter", { id, expectedVersion: 1, ...fields }),
    );
    expect(stale).toMatchObject({ code: "conflict", details: { current: { body: "Dear {{recipient.name}}" } } });
    await world.north.execute(removeSendTemplate, "recruiter", { id });
    expect((await world.north.ask(sendTemplatesThere, "recruiter", {})).map((template) => template.id)).not.toContain(
      id,
    );
    await world.north.execute(restoreSendTemplate, "recruiter", { id });
    expect(
      (await inNorth((tx) => tx.select().from(sendTemplateEditions))).filter(({ templateId }) => templateId === id),
    ).toHaveLength(2);
  });

  test("an organisation begins with some, once; all of them say what is known", async () => {
    expect((await execute(beginSending, system(), {})).output.made).toBe(0);
    const south: SystemActor = { kind: "system", organisationId: world.south.organisationId, cause: "test" };
    await transaction({ organisationId: south.organisationId }, async (tx) => {
      await tx.delete(resumeSends);
      await tx.delete(sendTemplateEditions);
      await tx.delete(sendTemplates);
    });
    expect((await execute(beginSending, south, {})).output.made).toBe(4);
    expect((await execute(beginSending, south, {})).output.made).toBe(0);
  });
});
