import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { useContentStore } from "@/lib/files/store/content-store";
import { DiskStore } from "@/lib/files/store/disk-store";

/**
 * Gives a test file a store of its own: the organisations of all test databases have the same ids, and so the same prefix. Says where it is,
 * for processes of the test.
 */
export function ownStore(): () => string {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "landfall-store-"));
    useContentStore(new DiskStore(folder));
  });
  afterAll(async () => {
    useContentStore(null);
    await rm(folder, { recursive: true, force: true });
  });
  return () => folder;
}
