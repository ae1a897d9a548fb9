import { and, eq, isNull } from "drizzle-orm";
import { transaction } from "@/db/client";
import { landings } from "@/db/schema/landings";
import { letter } from "@/db/seed/demo/demo-files";
import type { DemoFirm } from "@/db/seed/demo/records";
import { programmeOf } from "@/db/seed/demo/told-programmes";
import { execute } from "@/lib/platform/execute";
import { reopenProgramme } from "@/lib/programmes/commands/lifecycle";
import { landProgramme } from "@/lib/programmes/commands/landing";

const day = 86_400_000;

/** Whose landing has its papers, and how many days ago they came. */
const papers: ReadonlyArray<readonly [executive: string, ago: number, employer: string, title: string]> = [
  ["Svetlana Marković", 33, "Halden Marine", "Chief Financial Officer"],
  ["Émile Castaigne", 11, "Port of Sande", "Chief Operating Officer"],
  ["Farida Benkhelifa", 47, "Norvel Biotech", "General Counsel"],
];

/** What lies with landings: contracts and letters; and one that fell through, with the letter that had been signed. */
export async function tellLandings(firm: DemoFirm): Promise<void> {
  for (const [name, ago, employer, title] of papers) {
    await paper(firm, name, ago, `Contract ${employer}.docx`, [
      "Contract of employment",
      `${employer} employs ${name} as ${title}.`,
      "Six months of notice on both sides, and twenty-eight days of leave a year.",
    ]);
    await paper(firm, name, ago + 1, `Offer letter ${employer}.docx`, [
      `Your offer from ${employer}`,
      `We are glad to offer you the position of ${title}. Please sign within ten days.`,
    ]);
  }
  await tellFallen(firm);
}

async function tellFallen(firm: DemoFirm): Promise<void> {
  const name = "Dr. Maren Oyelaran";
  const told = await programmeOf(firm, name);
  if (!told) return;
  const at = (ago: number) => ({ now: new Date(firm.now.getTime() - ago * day) });
  const { id, consultant } = told;
  const pay = { currency: "CHF", period: "year" as const };
  await execute(
    landProgramme,
    consultant,
    {
      ...{ id, kind: "employed" as const, employer: "Fjordline Retail", title: "Chief Financial Officer" },
      acceptedOn: at(25).now.toISOString().slice(0, 10),
      ...{ channel: "search-firm" as const, source: "A search firm that rang up", satisfaction: 8 },
      ...{ pay: { ...pay, minor: 24_500_000 }, lastPay: { ...pay, minor: 23_800_000 } },
    },
    at(24),
  );
  await paper(firm, name, 23, "Offer letter Fjordline Retail.docx", [
    "Your offer from Fjordline Retail",
    "We are glad to offer you the position of Chief Financial Officer. Please sign within ten days.",
  ]);
  await execute(
    reopenProgramme,
    consultant,
    { id, reason: "Fjordline was sold before her first day. The new owners bring their own finance chief." },
    at(10),
  );
}

async function paper(firm: DemoFirm, executive: string, ago: number, name: string, lines: readonly string[]) {
  const told = await programmeOf(firm, executive);
  const landing = told && (await standing(firm, told.id));
  if (!landing) return;
  const at = new Date(firm.now.getTime() - ago * day);
  await letter({ actor: told.consultant, at, on: { entity: "landing", entityId: landing } }, name, lines);
}

const standing = ({ organisationId }: DemoFirm, programmeId: string): Promise<string | undefined> =>
  transaction({ organisationId, readOnly: true }, async (tx) => {
    const [found] = await tx
      .select({ id: landings.id })
      .from(landings)
      .where(and(eq(landings.programmeId, programmeId), isNull(landings.fellThroughAt)));
    return found?.id;
  });
