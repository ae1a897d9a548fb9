import { InngestTestEngine } from "@inngest/test";
import { eq } from "drizzle-orm";
import type { InngestFunction } from "inngest";
import { describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { imports } from "@/db/schema/imports";
import { notifications } from "@/db/schema/platform";
import { exportFunctions } from "@/inngest/functions/exports";
import { fileFunctions } from "@/inngest/functions/files";
import { importFunctions } from "@/inngest/functions/imports";
import { startExport } from "@/lib/exports/commands";
import { exportList } from "@/lib/exports/queries";
import { ownStore } from "@/lib/files/testing/own-store";
import { askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
ownStore();

const runs = async (functions: readonly InngestFunction.Any[], name: string, data: Record<string, string>) => {
  const event = { id: `test-${name}`, name, data: { organisationId: world.north.organisationId, ...data } };
  return new InngestTestEngine({ function: functions[0]!, events: [event] }).execute();
};

const told = (kind: string) =>
  transaction({ organisationId: world.north.organisationId, readOnly: true }, (tx) =>
    tx.select().from(notifications).where(eq(notifications.kind, kind)),
  );

describe("background functions of files, imports and exports", () => {
  it("write the file of a list once, however often the event comes", async () => {
    const input = { list: "imports.list", format: "xlsx" as const, state: {} };
    const { exportId } = await world.north.execute(startExport, "administrator", input);
    const first = await runs(exportFunctions, "exports.started", { exportId });
    expect(first.result).toMatchObject({ status: "done", rows: 2 });
    const written = async () =>
      (await askTogether(await world.north.as("administrator"), (context) => readList(context, exportList, {}))).rows;
    const before = await written();
    expect(before).toHaveLength(1);
    await runs(exportFunctions, "exports.started", { exportId });
    expect(await written()).toEqual(before);
    expect(await told("exports.done")).toHaveLength(1);
  });

  it("leave an import alone that is not running", async () => {
    const { organisationId, doneImportId } = world.north;
    const read = () =>
      transaction({ organisationId, readOnly: true }, (tx) =>
        tx.select().from(imports).where(eq(imports.id, doneImportId)),
      );
    const [before] = await read();
    const { result } = await runs(importFunctions, "imports.continued", { importId: doneImportId });
    expect(result).toEqual({ rows: 0, left: 0 });
    const [after] = await read();
    expect(after).toMatchObject({ state: "done", version: before!.version, counts: before!.counts });
  });

  it("sweep every organisation's files, and find nothing to do twice", async () => {
    const { error } = await runs(fileFunctions, "inngest/scheduled.timer", {});
    expect(error).toBeUndefined();
  });
});
