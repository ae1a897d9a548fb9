import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { tailoredVersions } from "@/db/schema/tailored";
import { libraryPoints } from "@/db/schema/tailoring";
import { testWorld } from "@/lib/platform/testing/world";
import { tailoringProcess } from "@/lib/tailoring/testing/tailoring-process";
import { versionsMade } from "@/lib/tailoring/testing/versions-made";
import { beginTailoring, changeDraft } from "./draft-commands";
import { makeVersion } from "./make-version";
import { tailoringView } from "./queries";
import type { TailoringView } from "./tailoring-view";
import { applyTailoring } from "./version-commands";

vi.setConfig({ testTimeout: 60_000 });

const world = testWorld();

/** A version that waits, of a draft with words that no file has yet: what is known by its hash is not stored again. */
async function waiting(words: string): Promise<string> {
  const { submissionId } = world.north;
  await world.north.execute(beginTailoring, "recruiter", { submissionId });
  const view = (await world.north.ask(tailoringView, "recruiter", { submissionId })) as TailoringView;
  const [first, ...others] = view.points;
  const changed = await world.north.execute(changeDraft, "recruiter", {
    ...{ submissionId, expectedVersion: view.version, points: [{ ...first!, text: words }, ...others] },
  });
  const asked = { submissionId, expectedVersion: changed.version };
  return (await world.north.execute(applyTailoring, "recruiter", asked)).versionId;
}

/* A version has two files. Once the content of the first is stored and its row is not; once the first file is there and the content of the second. */
test.each([1, 2])(
  "killed when content %i is stored and not yet named, a version is made once by the next attempt",
  async (count) => {
    const { organisationId } = world.north;
    const versionId = await waiting(`Ran Kubernetes in ${count} regions.`);
    const { ended } = tailoringProcess(world.database.appUrl, { organisationId, count }, [versionId]);
    expect(await ended).toBe("SIGKILL");
    expect(await versionsMade(organisationId, [versionId])).toMatchObject([{ status: "waiting", named: 0 }]);
    expect(await makeVersion(organisationId, versionId)).toEqual({ status: "done" });
    expect(await versionsMade(organisationId, [versionId])).toMatchObject([{ status: "done", files: 2, named: 2 }]);
  },
);

test("killed when both files are there and nothing is recorded, the next attempt takes those files", async () => {
  const { organisationId, pointId } = world.north;
  const uses = async () => {
    const [row] = await transaction({ organisationId }, (tx) =>
      tx.select({ count: libraryPoints.useCount }).from(libraryPoints).where(eq(libraryPoints.id, pointId)),
    );
    return row!.count;
  };
  const before = await uses();
  const versionId = await waiting("Ran Kubernetes in forty regions.");
  // Whoever holds the row keeps the process from recording.
  await transaction({ organisationId }, async (tx) => {
    await tx.select().from(tailoredVersions).where(eq(tailoredVersions.id, versionId)).for("update");
    const { child, ended } = tailoringProcess(world.database.appUrl, { organisationId }, [versionId]);
    await expect
      .poll(async () => (await versionsMade(organisationId, [versionId]))[0]!.files, { timeout: 50_000 })
      .toBe(2);
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
  });
  expect(await makeVersion(organisationId, versionId)).toEqual({ status: "done" });
  expect(await versionsMade(organisationId, [versionId])).toMatchObject([{ status: "done", files: 2, named: 2 }]);
  expect(await uses()).toBe(before);
});
