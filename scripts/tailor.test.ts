import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MESSAGES } from "@/lib/documents/package/unreadable-file";
import { writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { HOSTILE_FILES } from "@/lib/resumes/fixtures/hostile-files";
import { writePdf } from "@/lib/resumes/fixtures/pdf-writer";
import { DIRECT_LISTS, LABELLED_PROJECTS, TOP } from "@/lib/resumes/fixtures/resume-documents";
import { readResume } from "@/lib/resumes/read";
import { refusals } from "@/lib/tailoring/refused";
import { ownRefusals, type Entry } from "./tailor/entry";

let folder = "";
const at = (...path: string[]) => join(folder, ...path);
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
};

const points = [
  "Java: Moved the booking service from one big application to six small ones",
  "PostgreSQL: Tuned the forty slowest queries of the depots",
  "Kafka",
  "• Sent every scan of a parcel through Kafka within a second",
].join("\n");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "landfall-tailor-"));
  write("points.txt", points);
  write("resumes/direct.docx", writeDocx({ body: DIRECT_LISTS }));
  write("resumes/labelled.docx", writeDocx({ body: LABELLED_PROJECTS }));
  write("resumes/.hidden.docx", "hidden");
  write("resumes/~$direct.docx", "of Word");
});

beforeEach(() => rmSync(at("out"), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  status: number | null;
  said: string;
  /** The report, if it was written. */
  entries: Entry[];
}

/** The command line as a person calls it, with the report and the results in the folder of this test. */
function tailor(...words: string[]): Promise<Ran> {
  rmSync(at("report.json"), { force: true });
  const run = spawn(process.execPath, ["scripts/run.mjs", "tailor", ...words, "--json", at("report.json")], {
    env: { ...process.env, LANDFALL_RESUME_SET: "" },
  });
  let said = "";
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    run.on("close", (status) => {
      const entries = readdirSync(folder).includes("report.json")
        ? (JSON.parse(readFileSync(at("report.json"), "utf8")) as Entry[])
        : [];
      resolve({ status, said, entries });
    });
  });
}

const texts = async (name: string) =>
  (await readResume(readFileSync(at("out", name)), name)).paragraphs.map(({ text }) => text);

describe("npm run tailor", { timeout: 60_000 }, () => {
  test("only reads without points", async () => {
    const { status, entries } = await tailor("--resumes", at("resumes"));
    expect(status).toBe(0);
    expect(entries.map(({ file, status }) => [file, status])).toEqual([
      ["direct.docx", "read"],
      ["labelled.docx", "read"],
    ]);
    expect(Object.keys(entries[0]!).sort()).toEqual(
      "cautions file insertions language leftOut milliseconds proof refusal roles sections status".split(" "),
    );
    expect(
      entries[0]?.roles.map(({ employer, header, bullets, environment }) => [employer, header, bullets, environment]),
    ).toEqual([
      [expect.stringContaining("Northwind"), [4, 5], [6, 7], 8],
      [expect.stringContaining("Contoso"), [10, 11], [12, 13], null],
    ]);
    expect(entries[0]?.sections[0]).toEqual({ kind: "experience", paragraph: 3 });
  });

  test("writes points where they fit, says where and why, and proves it", async () => {
    const { status, entries, said } = await tailor(
      "--resumes",
      at("resumes"),
      "--points",
      at("points.txt"),
      "--out",
      at("out"),
    );
    expect(status).toBe(0);
    expect(said).toContain("2 tailored with 6 points");
    const [direct] = entries;
    expect(direct?.insertions).toHaveLength(3);
    expect(direct?.insertions.find(({ technology }) => technology === "Kafka")).toMatchObject({
      point: "Sent every scan of a parcel through Kafka within a second",
      reason: expect.stringMatching(/\.$/),
    });
    for (const { role, after } of direct!.insertions) expect(direct!.roles[role]?.bullets).toContain(after);
    expect(direct?.proof).toMatchObject({ sameOutsideInsertions: true, trueSiblings: true });
    const now = await texts("direct.docx");
    for (const { point } of direct!.insertions) expect(now).toContain(point);
    expect(readdirSync(at("out")).sort()).toEqual(["direct.docx", "labelled.docx"]);
  });

  test("gives what the job asks for the better places, and marks changes", async () => {
    write("job.txt", "Java developer\nMust have: Kafka, 5 years. Nice to have: PostgreSQL");
    const { entries } = await tailor(
      ...["--resumes", at("resumes", "direct.docx"), "--points", at("points.txt"), "--requirement", at("job.txt")],
      ...["--tracked", "--out", at("out")],
    );
    expect(entries[0]?.insertions.find(({ technology }) => technology === "Kafka")?.reason).toMatch(
      /^The job asks for it/,
    );
    expect(entries[0]?.proof).toMatchObject({ rejectingGivesOriginal: true });
    const main = strFromU8(unzipSync(readFileSync(at("out", "direct.docx")))["word/document.xml"]!);
    expect(main).toMatch(/<w:ins [^>]*w:author="Landfall"/);
  });

  test("knows technologies of one's own by each of their names, and since when there are any", async () => {
    write("own.txt", "Waybiller: Waybill Hub (2019)\nWord: Excel");
    write("own.json", JSON.stringify([{ name: "Waybiller", aliases: ["Waybill Hub"], since: 2019 }]));
    write("own-points.txt", "Waybiller:\n• Ran it for forty depots\n• Brought its nightly run from nine hours to one");
    write("own-job.txt", "Clerk wanted\nMust have: 5 years of Waybill Hub");
    const words = [
      ...["--resumes", at("resumes", "labelled.docx"), "--points", at("own-points.txt")],
      ...["--requirement", at("own-job.txt"), "--out", at("out")],
    ];
    expect((await tailor(...words)).said).toContain("No skill that is known");
    const [lines, json] = [
      await tailor(...words, "--technologies", at("own.txt")),
      await tailor(...words, "--technologies", at("own.json")),
    ];
    expect(lines.said).toContain("own.txt, line 2: “Excel” is a technology of its own.");
    for (const { entries } of [lines, json]) {
      // The second project ended before there was any.
      expect(entries[0]?.insertions.map(({ role }) => role)).toEqual([0, 0]);
      expect(entries[0]?.insertions[0]?.reason).toMatch(/^The job asks for it/);
    }
  });

  test("refuses each bad file by itself, and leaves nothing of it behind", async () => {
    for (const { name, bytes } of HOSTILE_FILES.slice(0, 12)) write(`mixed/${name}`, bytes());
    write("mixed/good.docx", writeDocx({ body: DIRECT_LISTS }));
    write("mixed/letter.docx", writeDocx({ body: TOP }));
    const { status, entries } = await tailor(
      "--resumes",
      at("mixed"),
      "--points",
      at("points.txt"),
      "--out",
      at("out"),
    );
    expect(status).toBe(1);
    expect(readdirSync(at("out"))).toEqual(["good.docx"]);
    const byName = new Map(entries.map((entry) => [entry.file, entry]));
    expect(byName.get("good.docx")?.status).toBe("tailored");
    expect(byName.get("letter.docx")?.refusal?.code).toBe("no-roles");
    for (const { name, code } of HOSTILE_FILES.slice(0, 12)) expect(byName.get(name)?.refusal?.code, name).toBe(code);
  });

  test("does not take its own results for resumes", async () => {
    const own = at("own");
    write("own/direct.docx", writeDocx({ body: DIRECT_LISTS }));
    write("own/points.txt", points);
    const asked = ["--resumes", own, "--points", join(own, "points.txt"), "--out", join(own, "out")];
    for (const run of [1, 2]) {
      const { status, entries } = await tailor(...asked);
      expect([run, status, entries.map(({ file }) => file)]).toEqual([run, 0, ["direct.docx"]]);
    }
  });

  test("makes a new document of a PDF if it is asked to", async () => {
    const lines = [
      ...["Mira Solberg", "mira.solberg@example.com", "EXPERIENCE", "Northwind Freight Ltd   Jan 2019 - Present"],
      ...[
        "Senior Java Developer",
        "• Built the booking service in Java",
        "• Cut the nightly run from six hours to one",
      ],
    ];
    write("pdf/mira.pdf", writePdf([lines.map((text, line) => ({ text, x: 60, y: 780 - 18 * line, size: 11 }))]));
    const asked = ["--resumes", at("pdf"), "--points", at("points.txt"), "--out", at("out")];
    const refused = await tailor(...asked);
    expect([refused.status, refused.entries[0]?.refusal?.code]).toEqual([1, "pdf-not-editable"]);
    const made = await tailor(...asked, "--rebuild");
    expect(made.entries[0]).toMatchObject({ file: "mira.pdf", status: "tailored", refusal: null });
    const now = await texts("mira.docx");
    expect(now).toContain("Built the booking service in Java");
    for (const { point } of made.entries[0]!.insertions) expect(now).toContain(point);
  });

  test("has every refusal in its help and in docs/tailor.md", async () => {
    const { said } = await tailor("--help");
    const written = readFileSync("docs/tailor.md", "utf8");
    for (const [code, message] of Object.entries({ ...refusals, ...MESSAGES, ...ownRefusals })) {
      expect(said).toContain(code);
      expect(written).toContain(`- \`${code}\`: ${message}\n`);
    }
  });

  test("says what is wrong with the command, and changes nothing", async () => {
    const wrong = async (...words: string[]) => {
      const { status, said, entries } = await tailor(...words);
      expect(status).toBe(2);
      expect(entries).toEqual([]);
      return said;
    };
    expect(await wrong()).toContain("--resumes");
    expect(await wrong("--resumes", at("nowhere"), "--points", at("points.txt"), "--out", at("none"))).toContain(
      "There is no file or folder",
    );
    expect(await wrong("--resumes", at("resumes"), "--points", at("points.txt"))).toContain("--out");
    const here = ["--resumes", at("resumes"), "--points", at("points.txt"), "--out", at("resumes")];
    expect(await wrong(...here)).toContain("would overwrite the originals");
    write("empty.txt", "Kafka");
    expect(await wrong("--resumes", at("resumes"), "--points", at("empty.txt"), "--out", at("out"))).toContain(
      "no points",
    );
  });
});
