import { expect, test } from "vitest";
import { storeFile } from "@/lib/files/store-file";
import { filesOf } from "@/lib/files/queries";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { addRequirement } from "@/lib/tailoring/requirements/commands";
import { oneRequirement } from "@/lib/tailoring/requirements/queries";
import { readSource } from "@/lib/tailoring/requirements/read-source";

const world = testWorld();
const mail = "Role: Java Developer\nLocation: Basel\nMust have:\n5+ years of Java\nNice to have:\nKubernetes\n";

test("a mail is read into the form, checked, and kept with the words in which it came", async () => {
  const read = await world.north.execute(readSource, "recruiter", { text: mail });
  expect(read).toMatchObject({ source: "mail", sourceFileId: "", values: { title: "Java Developer", place: "Basel" } });
  const { id } = await world.north.execute(addRequirement, "recruiter", {
    ...{ ...read.values, source: read.source, sourceFileId: read.sourceFileId },
  });
  const kept = await world.north.ask(oneRequirement, "recruiter", { id });
  expect(kept).toMatchObject({ source: "mail", sourceFileId: null, description: mail.trim() });
  expect(kept.skills.map(({ name, need, years }) => [name, need, years])).toEqual(
    expect.arrayContaining([
      ["Java", "must", 5],
      ["Kubernetes", "nice", null],
    ]),
  );
});

test("a file stays with the requirement that was read from it; one that cannot be read says why", async () => {
  const recruiter = await world.north.as("recruiter");
  const stored = (text: string) =>
    storeFile(recruiter, { name: "Role.txt", content: new TextEncoder().encode(text), trustedKind: "txt" });
  const { fileId } = await stored(mail);
  const read = await world.north.execute(readSource, "recruiter", { fileId });
  expect(read).toMatchObject({ source: "file", sourceFileId: fileId });
  const { id } = await world.north.execute(addRequirement, "recruiter", {
    ...{ ...read.values, source: read.source, sourceFileId: read.sourceFileId },
  });
  expect(await world.north.ask(filesOf, "recruiter", { entity: "requirement", entityId: id })).toHaveLength(1);
  const nothing = await stored("Lunch is at noon.");
  const refusal = await refusalOf(world.north.execute(readSource, "recruiter", { fileId: nothing.fileId }));
  expect(refusal.details.field).toBe("fileId");
  const foreign = refusalOf(world.north.execute(readSource, "recruiter", { fileId: world.south.fileId }));
  expect((await foreign).code).toBe("not_found");
});
