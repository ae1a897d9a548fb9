import { expect, test } from "vitest";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { returnTask, signOffTask, withdrawSignOff } from "@/lib/programmes/commands/sign-offs";
import { completeTask, reopenTask } from "@/lib/programmes/commands/tasks";
import { programmeTaskList } from "@/lib/programmes/queries/record";
import { signaturesWaiting } from "@/lib/programmes/queries/sign-offs";
import { missingSides } from "@/lib/programmes/sign-off";

const world = testWorld();

const waiting = async () => (await world.north.ask(signaturesWaiting, "consultant", {})).map(({ taskId }) => taskId);

test("a signature is missing only once the task is done, and only from sides that it asks for", () => {
  const doneAt = new Date();
  const signed = { side: "executive", outcome: "signed", withdrawnAt: null };
  expect(missingSides({ signOff: "both", doneAt: null }, [])).toEqual([]);
  expect(missingSides({ signOff: "none", doneAt }, [])).toEqual([]);
  expect(missingSides({ signOff: "both", doneAt }, [signed])).toEqual(["consultant"]);
  expect(missingSides({ signOff: "executive", doneAt }, [{ ...signed, withdrawnAt: doneAt }])).toEqual(["executive"]);
  expect(missingSides({ signOff: "executive", doneAt }, [{ ...signed, outcome: "returned" }])).toEqual(["executive"]);
});

test("a task waits for its consultant, is given back with words, done again and signed; the signature can be withdrawn", async () => {
  const { north } = world;
  const id = north.signableTaskId;
  expect(await waiting()).toEqual([id]);
  expect((await refusalOf(north.execute(signOffTask, "executive", { id }))).message).toContain(
    "not ask for your signature",
  );
  await north.execute(returnTask, "consultant", { id, words: "Which companies?" });
  expect(await waiting()).toEqual([]);
  const task = async () =>
    (await north.ask(programmeTaskList, "executive", { id: north.programmeId })).find((other) => other.id === id)!;
  expect(await task()).toMatchObject({
    doneAt: null,
    signatures: [{ outcome: "returned", words: "Which companies?" }],
  });
  expect((await refusalOf(north.execute(signOffTask, "consultant", { id }))).message).toContain("not done yet");
  await north.execute(completeTask, "executive", { id });
  const { signOffId } = await north.execute(signOffTask, "consultant", { id });
  expect(await north.execute(signOffTask, "consultant", { id })).toEqual({ id, signOffId });
  expect(await waiting()).toEqual([]);
  expect((await refusalOf(north.execute(reopenTask, "executive", { id }))).message).toContain("is signed off");
  expect((await refusalOf(north.execute(returnTask, "consultant", { id, words: "No." }))).code).toBe("state");
  const withdraw = { signOffId, reason: "Signed the wrong one." };
  expect((await refusalOf(north.execute(withdrawSignOff, "executive", withdraw))).code).toBe("forbidden");
  await north.execute(withdrawSignOff, "consultant", withdraw);
  expect((await refusalOf(north.execute(withdrawSignOff, "consultant", withdraw))).code).toBe("state");
  expect(await waiting()).toEqual([id]);
  await north.execute(reopenTask, "executive", { id });
  expect(await task()).toMatchObject({ doneAt: null });
});
