import fc from "fast-check";
import { expect, test } from "vitest";
import { suggestConsultants, type Colleague } from "@/lib/programmes/suggest-consultants";

const word = fc.constantFrom("de", "fr", "Logistics", "Energy", "Basel", "Ghent");
const colleague = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom("Ada", "Bela"),
  running: fc.nat({ max: 60 }),
  languages: fc.array(word, { maxLength: 3 }),
  industries: fc.array(word, { maxLength: 3 }),
  place: fc.option(word),
});
const team = fc.uniqueArray(colleague, { minLength: 1, maxLength: 8, selector: ({ id }) => id });
const sought = fc.record({ language: fc.option(word), industry: word, place: word });
const ids = (found: ReturnType<typeof suggestConsultants>) => found.map(({ consultant }) => consultant.id);

test("everybody is named once, whatever the order in which they came", () => {
  fc.assert(
    fc.property(sought, team, (person, colleagues) => {
      const found = ids(suggestConsultants(person, colleagues));
      expect([...found].sort()).toEqual(colleagues.map(({ id }) => id).sort());
      expect(ids(suggestConsultants(person, [...colleagues].reverse()))).toEqual(found);
    }),
  );
});

test("less to do never moves a consultant down", () => {
  fc.assert(
    fc.property(sought, team, fc.nat({ max: 60 }), (person, colleagues, less) => {
      const [first, ...others] = colleagues as unknown as [Colleague, ...Colleague[]];
      const before = ids(suggestConsultants(person, colleagues)).indexOf(first.id);
      const eased = { ...first, running: Math.max(first.running - less, 0) };
      expect(ids(suggestConsultants(person, [eased, ...others])).indexOf(first.id)).toBeLessThanOrEqual(before);
    }),
  );
});

test("who speaks the language goes before who has a little less to do, and each says what they rest on", () => {
  const base = { industries: ["Logistics"], place: "Basel" };
  const [first, second] = suggestConsultants({ language: "fr", industry: "logistics", place: "Ghent" }, [
    { id: "a", name: "Ada", running: 18, languages: ["fr", "de"], ...base },
    { id: "b", name: "Bela", running: 12, languages: ["de"], ...base },
  ]);
  expect(first).toEqual({
    ...{ consultant: { id: "a", name: "Ada" }, language: true, industry: true, place: false, running: 18, usual: 15 },
  });
  expect(second).toMatchObject({ consultant: { id: "b" }, language: false });
});

test("what is not known counts for nobody", () => {
  const nobody = { languages: [], industries: [], place: null };
  const [first] = suggestConsultants({ language: "fr", industry: "", place: "" }, [
    { id: "a", name: "Ada", running: 3, ...nobody },
    { id: "b", name: "Bela", running: 2, ...nobody },
  ]);
  expect(first).toMatchObject({ consultant: { id: "b" }, language: null, industry: null, place: null });
});
