import "server-only";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { ByteRange } from "@/lib/files/byte-range";
import type { ContentStore, StoredObject } from "@/lib/files/store/content-store";
import { MissingContent } from "@/lib/files/store/missing-content";

export interface S3Place {
  bucket: string;
  /** Absent: Amazon's own for the region. */
  endpoint?: string | undefined;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Pauses before a put that failed is tried again, in milliseconds. */
const putPauses = [200, 1000];

/** Contents as objects of a bucket, on anything that speaks S3. Addressed by path, because few self-hosted ones speak by host name. */
export class S3Store implements ContentStore {
  private connected: ReturnType<typeof connect> | undefined;

  constructor(private readonly place: S3Place) {}

  async put(key: string, path: string): Promise<void> {
    const { client, sdk } = await this.connection();
    const { size } = await stat(path);
    for (let attempt = 0; ; attempt++) {
      try {
        await client.send(
          new sdk.PutObjectCommand({
            Bucket: this.place.bucket,
            Key: key,
            Body: createReadStream(path),
            ContentLength: size,
            ContentType: "application/octet-stream",
          }),
        );
        return;
      } catch (error) {
        // The client repeats everything but streams, which it could not read twice; we can.
        const wait = putPauses[attempt];
        if (wait === undefined || !isPassing(error)) throw error;
        await pause(wait);
      }
    }
  }

  async get(key: string, part?: ByteRange): Promise<Readable> {
    const { client, sdk } = await this.connection();
    try {
      const range = part ? { Range: `bytes=${part.start}-${part.end}` } : {};
      const answer = await client.send(new sdk.GetObjectCommand({ Bucket: this.place.bucket, Key: key, ...range }));
      if (!answer.Body) throw new MissingContent(key);
      return answer.Body as Readable;
    } catch (error) {
      throw statusOf(error) === 404 ? new MissingContent(key) : error;
    }
  }

  async has(key: string): Promise<boolean> {
    const { client, sdk } = await this.connection();
    try {
      await client.send(new sdk.HeadObjectCommand({ Bucket: this.place.bucket, Key: key }));
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    const { client, sdk } = await this.connection();
    await client.send(new sdk.DeleteObjectCommand({ Bucket: this.place.bucket, Key: key }));
  }

  async *list(prefix: string): AsyncGenerator<StoredObject> {
    const { client, sdk } = await this.connection();
    let token: string | undefined;
    do {
      const page = await client.send(
        new sdk.ListObjectsV2Command({ Bucket: this.place.bucket, Prefix: prefix, ContinuationToken: token }),
      );
      for (const object of page.Contents ?? []) {
        if (object.Key) yield { key: object.Key, changedAt: object.LastModified ?? new Date(0) };
      }
      token = page.NextContinuationToken;
    } while (token);
  }

  private connection() {
    this.connected ??= connect(this.place);
    return this.connected;
  }
}

/** The client is large; it is loaded where files lie in a bucket, at the first use. */
async function connect(place: S3Place) {
  const sdk = await import("@aws-sdk/client-s3");
  const client = new sdk.S3Client({
    region: place.region,
    ...(place.endpoint ? { endpoint: place.endpoint, forcePathStyle: true } : {}),
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    // Trailing checksums are Amazon's only; ours are in the content itself.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 3,
  });
  return { sdk, client };
}

const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

/** Overload, a fault on the other side, or a connection that broke. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status === 429 || status >= 500;
}
