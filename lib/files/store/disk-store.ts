import "server-only";
import { constants } from "node:fs";
import { access, copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { Readable } from "node:stream";
import type { ByteRange } from "@/lib/files/byte-range";
import type { ContentStore, StoredObject } from "@/lib/files/store/content-store";
import { MissingContent } from "@/lib/files/store/missing-content";

/** Contents as files in a folder: `<folder>/<organisation>/<content>`. */
export class DiskStore implements ContentStore {
  constructor(private readonly folder: string) {}

  async put(key: string, path: string): Promise<void> {
    const target = this.pathOf(key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await settle(path);
    try {
      await rename(path, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
      // Another file system: a copy beside the target, then the same rename.
      const beside = `${target}.part`;
      await copyFile(path, beside);
      await settle(beside);
      await rename(beside, target);
      await rm(path, { force: true });
    }
  }

  async get(key: string, part?: ByteRange): Promise<Readable> {
    try {
      const file = await open(this.pathOf(key), constants.O_RDONLY);
      return file.createReadStream(part);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new MissingContent(key);
      throw error;
    }
  }

  async has(key: string): Promise<boolean> {
    return access(this.pathOf(key)).then(
      () => true,
      () => false,
    );
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(prefix: string): AsyncGenerator<StoredObject> {
    for (const organisation of await entriesOf(this.folder)) {
      for (const content of await entriesOf(join(this.folder, organisation))) {
        const key = `${organisation}/${content}`;
        if (!key.startsWith(prefix)) continue;
        const facts = await stat(join(this.folder, key)).catch(() => null);
        if (facts?.isFile()) yield { key, changedAt: facts.mtime };
      }
    }
  }

  /** Keys are made by the product; one that would leave the folder is a fault all the same. */
  private pathOf(key: string): string {
    const root = resolve(this.folder);
    const path = resolve(root, key);
    if (!path.startsWith(root + sep)) throw new Error("A store key leads out of its folder.");
    return path;
  }
}

const entriesOf = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** A file counts only when it would survive a power cut. */
async function settle(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
