import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { resumeSends } from "@/db/schema/sending";
import { tailoredVersions } from "@/db/schema/tailored";
import { openFile } from "@/lib/files/open-file";
import { deliverMail } from "@/lib/mail/deliver";
import { mailModule } from "@/lib/mail/module";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { removeCandidate, restoreCandidate } from "@/lib/tailoring/candidates/commands";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";
import { tailoredFor } from "@/lib/tailoring/sending/testing/tailored";

vi.setConfig({ testTimeout: 60_000 });

const world = testWorld();
const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

/** Sends a resume to somebody; gives the mail, and the file that goes with it. */
async function sent(name: string) {
  const { organisationId, submissionId } = world.north;
  const versionId = await tailoredFor(organisationId, submissionId, `Eleven years of platforms. ${name}\n`);
  await world.north.execute(sendResumes, "recruiter", {
    items: [{ submissionId, versionId }],
    recipients: [{ address: `${name}@vendor.example`, name }],
    ...{ subject: "{{candidate.name}}", body: "Hello, the resume is attached." },
    ...{ attachments: ["clean"], followUpDays: "", notesOpenings: false },
  });
  return inNorth(async (tx) => {
    const [send] = await tx.select().from(resumeSends).where(eq(resumeSends.versionId, versionId));
    const [version] = await tx.select().from(tailoredVersions).where(eq(tailoredVersions.id, versionId));
    return { mailId: send!.mailId!, fileId: version!.cleanFileId!, personId: send!.personId };
  });
}

const mailOf = async (id: string) =>
  (await inNorth((tx) => tx.select().from(mailMessages).where(eq(mailMessages.id, id))))[0]!;

test("a letter that waits does not leave once its candidate may not be put forward any more", async () => {
  const { organisationId } = world.north;
  const [first, second] = [await sent("ada"), await sent("ben")];
  await world.north.execute(removeCandidate, "recruiter", { id: first.personId });
  expect(await deliverMail(organisationId, first.mailId)).toBe("idle");
  expect(await mailOf(first.mailId)).toMatchObject({ status: "failed", lastErrorCode: "withdrawn" });
  const administrator = await world.north.as("administrator");
  expect((await refusalOf(openFile(administrator, first.fileId))).code).toBe("not_found");
  await world.north.execute(restoreCandidate, "recruiter", { id: first.personId });
  expect(await deliverMail(organisationId, second.mailId)).not.toBe("idle");
});

test("nobody writes letters in another's name: what makes them is a step of sending, not a command to call", () => {
  expect(mailModule.commands?.map(({ name }) => name)).not.toContain("mail.sendLetter");
});
