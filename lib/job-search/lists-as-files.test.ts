import { describe, expect, it } from "vitest";
import { startExport } from "@/lib/exports/commands";
import { writeList } from "@/lib/exports/write-list";
import { readTable } from "@/lib/imports/read-table";
import { addContact } from "@/lib/job-search/commands/contacts";
import { logOutreach } from "@/lib/job-search/commands/outreach";
import { contactList, opportunityList } from "@/lib/job-search/lists";
import { outreachList } from "@/lib/job-search/outreach-list";
import { askTogether } from "@/lib/platform/execute";
import { readList, type List } from "@/lib/platform/list";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const north = () => world.north;

/** The cells of a list's file as this role gets it. */
async function fileOf(definition: List, role: string): Promise<{ head: string[]; rows: string[][] }> {
  const actor = await north().as(role);
  const content = await askTogether(actor, async (context) => {
    const parts: Uint8Array[] = [];
    for await (const part of writeList(
      { ...context, actor },
      { definition, state: { filters: { person: north().executiveId } }, format: "csv" },
    ))
      parts.push(part);
    return Buffer.concat(parts);
  });
  const { columns, rows } = await readTable(content, "text/csv");
  return { head: columns, rows: rows.map(({ cells }) => cells) };
}

describe("a search as files", () => {
  it("holds everything for the person, for the consultant all but what is private, for others nothing", async () => {
    const person = { personId: north().executiveId };
    const { id: contactId } = await north().execute(addContact, "executive", {
      ...{ ...person, name: "Zita Quist", companyName: "Nordhafen", role: "Chair", email: "", phone: "" },
      ...{ strength: "3", relation: "", notes: "", private: true },
    });
    await north().execute(logOutreach, "executive", {
      ...{ ...person, contactId, opportunityId: "", kind: "call", on: "2026-10-30" },
      ...{ note: "Between us two.", followUpOn: "" },
    });
    const names = async (definition: List, role: string) =>
      (await fileOf(definition, role)).rows.map(([first]) => first);
    expect(await names(contactList, "executive")).toEqual(["Imke Brandsma", "Zita Quist"]);
    expect(await names(contactList, "consultant")).toEqual(["Imke Brandsma"]);
    expect(await names(outreachList, "executive")).toEqual(["Zita Quist", "Imke Brandsma"]);
    expect(await names(outreachList, "consultant")).toEqual(["Imke Brandsma"]);
    const { head, rows } = await fileOf(outreachList, "executive");
    expect(rows[0]).toContain("Between us two.");
    expect(head).toEqual([
      "With",
      "Company",
      "How",
      "What came of it",
      "About",
      "Come back on",
      "Still promised",
      "When",
    ]);
    expect(await names(opportunityList, "executive")).toHaveLength(2);
    for (const definition of [contactList, outreachList, opportunityList]) {
      const others = await north().as("other-consultant");
      expect((await askTogether(others, (context) => readList(context, definition, {}))).rows).toEqual([]);
    }
  });

  it("is asked for by the person in the background too, and by no sponsor", async () => {
    const input = { list: "job-search.outreach", format: "xlsx" as const, state: {} };
    expect((await north().execute(startExport, "executive", input)).exportId).toBeTruthy();
    expect((await refusalOf(north().execute(startExport, "sponsor", input))).code).toBe("not_found");
  });
});
