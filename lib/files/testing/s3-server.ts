import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface S3Server {
  endpoint: string;
  objects: Map<string, Buffer>;
  /** Answers the next requests with these statuses before it works again. */
  failNext(...statuses: number[]): void;
  close(): Promise<void>;
}

/** A small server that speaks S3 by path: PUT, GET, HEAD, DELETE and ListObjectsV2 of one bucket, two keys a page, and parts of objects. */
export async function startS3Server(bucket: string, accessKeyId: string): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const failures: number[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const body = await read(request);
    const failure = failures.shift();
    if (failure) return refuse(response, failure, "SlowDown");
    if (!request.headers.authorization?.includes(`Credential=${accessKeyId}/`))
      return refuse(response, 403, "AccessDenied");
    const [, named, ...rest] = decodeURIComponent(url.pathname).split("/");
    if (named !== bucket) return refuse(response, 404, "NoSuchBucket");
    const key = rest.join("/");
    if (request.method === "GET" && key === "") return list(response, url.searchParams);
    if (request.method === "PUT") {
      // A length that does not fit is a cut-off upload; a true server waits for the rest and gives up.
      if (Number(request.headers["content-length"]) !== body.length) return refuse(response, 400, "IncompleteBody");
      objects.set(key, body);
      response.writeHead(200, { etag: '"1"' }).end();
      return;
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    const object = objects.get(key);
    if (!object) return refuse(response, 404, "NoSuchKey");
    const asked = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    const content = asked ? object.subarray(Number(asked[1]), Number(asked[2]) + 1) : object;
    response.writeHead(asked ? 206 : 200, {
      "content-length": content.length,
      "content-type": "application/octet-stream",
      ...(asked ? { "content-range": `bytes ${asked[1]}-${asked[2]}/${object.length}` } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : content);
  }

  function list(response: ServerResponse, query: URLSearchParams): void {
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get("prefix") ?? "")).sort();
    const from = Number(query.get("continuation-token") ?? 0);
    const page = keys.slice(from, from + 2);
    const more = from + 2 < keys.length;
    const contents = page
      .map((key) => `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`)
      .join("");
    response
      .writeHead(200, { "content-type": "application/xml" })
      .end(
        `<?xml version="1.0"?><ListBucketResult><Name>${bucket}</Name><IsTruncated>${more}</IsTruncated>${contents}` +
          `${more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ""}</ListBucketResult>`,
      );
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    failNext: (...statuses) => failures.push(...statuses),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { "content-type": "application/xml" })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
