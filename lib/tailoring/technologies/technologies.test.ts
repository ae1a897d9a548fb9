import { describe, expect, test } from "vitest";
import { findTechnologies } from "./find-technologies";
import { folded } from "./index-names";
import { listed, technologies } from "./technologies";
import { technologyNamed } from "./technology-named";

describe("the tables", () => {
  test("hold about six hundred technologies, and related names are names", () => {
    expect(technologies.length).toBeGreaterThan(600);
    const names = new Set(technologies.map(({ name }) => name));
    const unknown = technologies.flatMap(({ name, related }) =>
      related.filter((other) => !names.has(other) || other === name),
    );
    expect(unknown).toEqual([]);
  });

  test("give no name or alias to two technologies", () => {
    const owners = new Map<string, Set<string>>();
    for (const { technology, spellings } of listed)
      for (const { form } of spellings) {
        const key = folded(form).replaceAll(" ", "");
        owners.set(key, (owners.get(key) ?? new Set()).add(technology.name));
      }
    expect([...owners].filter(([, names]) => names.size > 1).map(([key, names]) => [key, ...names])).toEqual([]);
  });

  test("hold no mark inside of a name", () => {
    const forms = listed.flatMap(({ technology, spellings }) => [
      technology.name,
      ...spellings.map(({ form }) => form),
    ]);
    expect(forms.filter((form) => form === "" || form !== form.trim() || /[=~]|,/.test(form))).toEqual([]);
  });

  test("name years in which computers existed", () => {
    for (const { since } of technologies) if (since !== null) expect(since).toBeGreaterThan(1940);
  });
});

test("every name and alias is found as itself, alone and in a list", () => {
  const missed: string[] = [];
  for (const { technology, spellings } of listed)
    for (const { form } of spellings) {
      if (technologyNamed(form)?.name !== technology.name) missed.push(`named ${form}`);
      for (const text of [form, `Environment: JavaScript, ${form}, Kubernetes`, `• ${form}`]) {
        const hit = findTechnologies(text).some(
          (found) => found.technology === technology.name && found.written === form,
        );
        if (!hit) missed.push(text);
      }
    }
  expect(missed).toEqual([]);
});
