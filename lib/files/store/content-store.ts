import "server-only";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { ByteRange } from "@/lib/files/byte-range";
import { DiskStore } from "@/lib/files/store/disk-store";
import { S3Store } from "@/lib/files/store/s3-store";
import { env } from "@/lib/platform/env";

/** Where encrypted contents lie. It knows keys and bytes, nothing of files, names or people. */
export interface ContentStore {
  /** Puts the encrypted file at `path` under `key`, whole or not at all. The file at `path` may be gone afterwards. */
  put(key: string, path: string): Promise<void>;
  /** The bytes under a key, or those of a part of them that lies within. @throws MissingContent */
  get(key: string, part?: ByteRange): Promise<Readable>;
  /** Whether something lies under a key. */
  has(key: string): Promise<boolean>;
  /** Removes what lies under a key; nothing happens where nothing does. */
  remove(key: string): Promise<void>;
  /** Everything that lies below a prefix. */
  list(prefix: string): AsyncIterable<StoredObject>;
}

export interface StoredObject {
  key: string;
  changedAt: Date;
}

let chosen: ContentStore | null = null;

/** The store that the settings name: S3-compatible when there is a bucket, else a folder in LANDFALL_DATA. */
export function contentStore(): ContentStore {
  chosen ??= env.FILES_S3_BUCKET
    ? new S3Store({
        bucket: env.FILES_S3_BUCKET,
        endpoint: env.FILES_S3_ENDPOINT,
        region: env.FILES_S3_REGION,
        accessKeyId: env.FILES_S3_ACCESS_KEY_ID ?? "",
        secretAccessKey: env.FILES_S3_SECRET_ACCESS_KEY ?? "",
      })
    : new DiskStore(join(filesFolder(), "contents"));
  return chosen;
}

/** Takes another store than the settings name; tests and restore only. */
export function useContentStore(store: ContentStore | null): void {
  chosen = store;
}

/** The folder for files: what the disk store keeps, and uploads on their way. */
export const filesFolder = (): string => join(env.LANDFALL_DATA, "files");
