import { expect, it } from "vitest";
import { calledIn, lettersAhead } from "./letters";
import type { SendItem } from "./types";

const item = (personId: string, title: string, name = personId): SendItem => ({
  ...{ submissionId: `${personId} ${title}`, personId, requirementId: title, name, title },
  ...{ vendor: null, version: null, before: [] },
  values: { "candidate.name": name, "candidates.names": name, "requirement.title": title },
});

it("a resume is called as whose it is, and for what where one person is in a sending several times", () => {
  const items = [item("Ewa", "Cloud Engineer"), item("Ewa", "Data Engineer"), item("Tobias", "Data Engineer")];
  expect(items.map(calledIn(items))).toEqual(["Ewa, Cloud Engineer", "Ewa, Data Engineer", "Tobias"]);
});

it("a letter knows its subject with its values, so that one that is too long is said before it is sent", () => {
  const items = [item("Ewa", "Data Engineer"), item("Tobias", "Data Engineer")];
  const words = { subject: "{{requirement.title}}: {{candidates.names}}", body: "" };
  const to = [{ address: "petra@example.com", name: "Petra" }];
  expect(lettersAhead(items, to, words).map(({ subject }) => subject)).toEqual([
    "Data Engineer: Ewa",
    "Data Engineer: Tobias",
  ]);
  expect(lettersAhead(items, to, words, { locale: "en" })[0]!.subject).toBe("Data Engineer: Ewa and Tobias");
});
