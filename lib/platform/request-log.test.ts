import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { metrics } from "@/lib/platform/metrics";
import { addressHeader, cameFromThisMachine, loggedPath, watchRequests } from "@/lib/platform/request-log";

let server: Server;

beforeAll(async () => {
  watchRequests();
  server = createServer((incoming, response) => {
    const headers = new Headers(Object.entries(incoming.headers) as [string, string][]);
    response.end(incoming.url === "/address" ? headers.get(addressHeader) : String(cameFromThisMachine(headers)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => server.close());

const ask = (headers: Record<string, string> = {}, path = "/somewhere?q=words") =>
  new Promise<string>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.setEncoding("utf8").on("data", resolve);
    })
      .on("error", reject)
      .end();
  });

describe("watchRequests", () => {
  test("knows requests of this machine from those that somebody passes on", async () => {
    expect(await ask()).toBe("true");
    expect(await ask({ "x-forwarded-for": "192.0.2.7" })).toBe("false");
    expect(await ask({ "x-forwarded-for": "127.0.0.1" })).toBe("false");
    expect(await ask({ via: "1.1 proxy", "x-landfall-local": "true" })).toBe("false");
  });

  test("says where a request came from, whatever it claims itself", async () => {
    expect(await ask({}, "/address")).toBe("127.0.0.1");
    expect(await ask({ "x-forwarded-for": "192.0.2.7", [addressHeader]: "192.0.2.8" }, "/address")).toBe("127.0.0.1");
  });

  test("counts what was answered", async () => {
    await ask();
    const { values } = await metrics().requests.get();
    const counted = values.find((value) => value.metricName?.endsWith("_count") && value.labels.status === "2xx");
    expect(counted?.value).toBeGreaterThanOrEqual(1);
  });

  test("logs paths without words that were searched for and without tokens of links", () => {
    expect(loggedPath("/north/people?q=Somebody")).toBe("/north/people");
    expect(loggedPath("/invitation/Zk3v9Qp1Xw7Lr5Tn2Bd8Hs4M")).toBe("/invitation/…");
    expect(loggedPath("/north/programmes/018f3b1c-0000-7000-8000-000000000000")).toBe(
      "/north/programmes/018f3b1c-0000-7000-8000-000000000000",
    );
  });
});
