import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTechnologies } from "@/lib/tailoring/technologies/find-technologies";
import { technologyNamed } from "@/lib/tailoring/technologies/technology-named";
import { technologies } from "@/lib/tailoring/technologies/technologies";
import { technologyKey } from "@/lib/tailoring/technology-key";
import { nameForm } from "./name-form";
import { AddTechnologyInput, TechnologyName } from "./schemas";
import { formsOf, ownersOf, settled, type SettledTechnology } from "./settle";
import { takeInLines } from "./take-in";
import { parseTechnologyLines, printTechnology } from "./technology-lines";

const nobody = () => null;
const own = (name: string, ...aliases: string[]) => ({ name, aliases, since: null, builtIn: false });

const word = fc.constantFrom(
  "Larkspur",
  "Q++",
  "X#",
  ".Tide",
  "L/R",
  "Ledger",
  "42",
  "Ünder",
  "kite.js",
  "&Co",
  "C+",
  "v2",
);
const name = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .chain((words) => fc.constantFrom(" ", "", "-", "/").map((gap) => words.join(gap)))
  .filter((written) => TechnologyName.safeParse(written).success);
const written = fc.record({
  name,
  aliases: fc.array(name, { maxLength: 4 }),
  since: fc.option(fc.integer({ min: 1940, max: 2100 })),
});

describe("a technology that somebody adds", () => {
  test("that the product knows is refused, unless it brings a further name or a year that is not known", () => {
    expect(settled(own("kubernetes"), nobody)).toMatchObject({ field: "name", nothingNew: true });
    expect(settled(own("k8s", "Kubernetes"), nobody)).toMatchObject({ field: "aliases", nothingNew: true });
    expect(settled(own("k8s", "K8s platform", "kubernetes"), nobody)).toEqual({
      ...{ name: "Kubernetes", aliases: ["K8s platform"], since: null, builtIn: true },
    });
    expect(settled({ ...own("Kubernetes", "K8s platform"), since: 1999 }, nobody)).toMatchObject({ field: "since" });
    const undated = technologies.find(({ since }) => since === null)!;
    expect(settled({ ...own(undated.name), since: 2001 }, nobody)).toMatchObject({ since: 2001, builtIn: true });
  });

  test("takes no name of another, whatever its case, gaps or accents", () => {
    const owners = ownersOf([own("Larkspur", "Larkspur ERP")]);
    const ownerOf = (form: string) => owners.get(form);
    expect(settled(own("LARKSPUR"), ownerOf)).toMatchObject({
      field: "name",
      message: "Larkspur is in your list already.",
    });
    expect(settled(own("larkspur-erp"), ownerOf)).toMatchObject({ field: "name" });
    expect(settled(own("Tide", "Lárkspur"), ownerOf)).toMatchObject({ field: "aliases" });
    expect(settled(own("Tide", "Amazon Web Services"), ownerOf)).toMatchObject({
      message: "“Amazon Web Services” is known already, as AWS.",
    });
  });

  test("is found by each of its names, and counted as one", () => {
    fc.assert(
      fc.property(written, (technology) => {
        const stored = settled(technology, nobody);
        if ("message" in stored) return;
        const list = [stored];
        for (const one of [stored.name, ...stored.aliases]) {
          expect(technologyNamed(one, list)?.name).toBe(stored.name);
          expect(technologyKey(one.toUpperCase(), list)).toBe(technologyKey(stored.name, list));
        }
        expect(new Set(formsOf(stored)).size).toBe(1 + stored.aliases.length);
        expect(settled(stored, nobody)).toEqual(stored);
      }),
    );
  });

  test("is read in a sentence under each of its names", () => {
    fc.assert(
      fc.property(written, (technology) => {
        const stored = settled(technology, nobody);
        if ("message" in stored) return;
        for (const one of [stored.name, ...stored.aliases]) {
          // Short names need company, as those that come with the product do.
          if (one.length < 4) continue;
          const found = findTechnologies(`Ran ${one} for nine teams.`, [stored]);
          expect(found.map((each) => each.technology)).toEqual([stored.name]);
        }
      }),
    );
  });

  test.each(["Q++", "X#", ".TIDE", "Tide.js", "L/R Ledger", "Kite-9"])("%s is read in a sentence", (odd) => {
    const list = [own(odd)];
    expect(findTechnologies(`Ran ${odd} for nine teams, and ${odd}.`, list)).toHaveLength(2);
  });
});

describe("lines of technologies", () => {
  test("are read as they are printed", () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 6 }), (list) => {
        const { technologies: read, problems } = parseTechnologyLines(list.map(printTechnology).join("\n"));
        expect(problems).toEqual([]);
        expect(read.map(({ line: _, ...technology }) => technology)).toEqual(list);
      }),
    );
  });

  test("are read in the forms that people have", () => {
    const text =
      "• Larkspur: Larkspur ERP, LEP (2014)\n\nTidegate，Tide Gate\nNode Weaver\t2019\tWeaver; NW\nC/D (2001)";
    expect(parseTechnologyLines(text)).toEqual({
      technologies: [
        { line: 1, name: "Larkspur", aliases: ["Larkspur ERP", "LEP"], since: 2014 },
        { line: 3, name: "Tidegate", aliases: ["Tide Gate"], since: null },
        { line: 4, name: "Node Weaver", aliases: ["Weaver", "NW"], since: 2019 },
        { line: 5, name: "C/D", aliases: [], since: 2001 },
      ],
      problems: [],
    });
  });

  test("that are wrong are told by their number, and the rest is taken", () => {
    const long = "x".repeat(61);
    const { changed, known, problems } = takeInLines(
      `Larkspur: LEP\n+++\n${long}\nk8s: K8s platform\nJava\nTide: AWS\nlarkspur: Larkspur ERP (2014)\nLarkspur`,
      [],
    );
    expect(changed.map(({ now }) => printTechnology(now))).toEqual([
      "Larkspur: LEP, Larkspur ERP (2014)",
      "Kubernetes: K8s platform",
    ]);
    expect(known).toBe(2);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 6]);
  });

  test("taken in again say nothing new, and no name ever belongs to two", () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 8 }), fc.array(written, { maxLength: 4 }), (first, second) => {
        const once = takeInLines<SettledTechnology>(first.map(printTechnology).join("\n"), []);
        const stored = once.changed.map(({ now }) => now);
        const names = stored.flatMap(({ name, aliases }) => [name, ...aliases].map(nameForm));
        expect(new Set(names).size).toBe(names.length);
        expect(takeInLines(stored.map(printTechnology).join("\n"), stored).changed).toEqual([]);
        const more = takeInLines(second.map(printTechnology).join("\n"), stored);
        for (const { before, now } of more.changed)
          if (before) expect(formsOf(now)).toEqual(expect.arrayContaining(formsOf(before)));
      }),
    );
  });
});

test("a form's fields become tidy names", () => {
  const read = AddTechnologyInput.parse({ name: "  Larkspur\u00a0 ERP\u200b ", aliases: ["L\tE"], since: "" });
  expect(read).toEqual({ name: "Larkspur ERP", aliases: ["L E"], since: "" });
  for (const odd of ["", "a, b", "a: b", "a:", "- a", "A (2019)", "++"])
    expect(AddTechnologyInput.safeParse({ name: odd }).success, odd).toBe(false);
});
