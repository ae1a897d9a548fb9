import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { guardedFetch, type Surroundings } from "./guarded-fetch";
import { isPublicAddress } from "./public-address";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A server of this machine, as a name of the network would lead to it. */
async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}
const open = (more: Partial<Surroundings> = {}): Surroundings => ({
  resolve: async () => ["127.0.0.1"],
  allows: () => true,
  ...more,
});
const limits = { mostBytes: 1000, milliseconds: 2000 };
const textOf = (fetched: Awaited<ReturnType<typeof guardedFetch>>) =>
  fetched.kind === "answered" ? `${fetched.status} ${Buffer.from(fetched.body).toString()}` : fetched.problem;

describe("an address of the network", () => {
  test.each([
    ...[
      "0.0.0.0",
      "10.1.2.3",
      "100.64.0.1",
      "127.0.0.1",
      "127.9.9.9",
      "169.254.169.254",
      "172.16.0.1",
      "172.31.255.255",
    ],
    ...[
      "192.0.0.8",
      "192.0.2.1",
      "192.168.1.1",
      "198.18.0.1",
      "198.51.100.7",
      "203.0.113.9",
      "224.0.0.1",
      "255.255.255.255",
    ],
    ...[
      "::",
      "::1",
      "::ffff:127.0.0.1",
      "::ffff:10.0.0.1",
      "::ffff:8.8.8.8",
      "64:ff9b::7f00:1",
      "64:ff9b:1::1",
      "100::1",
    ],
    ...[
      "2001::1",
      "2001:db8::1",
      "2002:7f00:1::",
      "fc00::1",
      "fd12::1",
      "fe80::1",
      "fe80::1%eth0",
      "fec0::1",
      "ff02::1",
    ],
    ...["", "localhost", "1.2.3", "0x7f000001"],
  ])("%s is somebody's own", (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(["1.1.1.1", "8.8.8.8", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001:81b::200e"])(
    "%s is everybody's",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe("a guarded fetch", () => {
  test("reads what is there, packed or not, and what was said of it", async () => {
    const port = await listen((request, response) => {
      response.setHeader("etag", '"one"');
      if (request.url === "/packed") response.setHeader("content-encoding", "gzip").end(gzipSync("packed words"));
      else response.end(`words for ${request.headers.host} ${String(request.headers["if-none-match"])}`);
    });
    const asked = { ...limits, headers: { "if-none-match": '"zero"' } };
    const fetched = await guardedFetch(`http://calendar.example:${port}/a.ics`, asked, open());
    expect(fetched).toMatchObject({ kind: "answered", status: 200, headers: { etag: '"one"' } });
    expect(textOf(fetched)).toBe(`200 words for calendar.example:${port} "zero"`);
    expect(textOf(await guardedFetch(`http://calendar.example:${port}/packed`, limits, open()))).toBe(
      "200 packed words",
    );
  });

  test.each([
    ...[
      "http://127.0.0.1/",
      "http://127.1/",
      "http://2130706433/",
      "http://0x7f.1/",
      "http://[::1]/",
      "http://[::ffff:127.0.0.1]/",
    ],
    ...[
      "http://169.254.169.254/latest/meta-data/",
      "http://10.0.0.1/",
      "http://[fd00::1]/",
      "http://localhost/",
      "http://localhost./",
    ],
  ])("goes nowhere near %s", async (address) => {
    expect(await guardedFetch(address, limits)).toEqual({ kind: "failed", problem: "not-public" });
  });

  test.each([
    "ftp://example.com/",
    "file:///etc/passwd",
    "http://name:word@example.com/",
    "javascript:1",
    "no address",
    "",
  ])("takes %s for no address", async (address) => {
    expect(await guardedFetch(address, limits)).toEqual({ kind: "failed", problem: "address" });
  });

  test("takes a public address at an unusual port for somebody's own service", async () => {
    expect(await guardedFetch("http://1.1.1.1:5432/", limits)).toEqual({ kind: "failed", problem: "not-public" });
  });

  test("asks for a name once, and goes to what was checked: one that answers otherwise then leads nowhere", async () => {
    const port = await listen((_request, response) => response.end("the checked one"));
    let asked = 0;
    const turns = open({
      resolve: async () => ((asked += 1) === 1 ? ["127.0.0.1"] : ["127.0.0.99"]),
      allows: (address) => address === "127.0.0.1",
    });
    expect(textOf(await guardedFetch(`http://turns.example:${port}/`, limits, turns))).toBe("200 the checked one");
    expect(asked).toBe(1);
    expect(await guardedFetch(`http://turns.example:${port}/`, limits, turns)).toEqual({
      ...{ kind: "failed", problem: "not-public" },
    });
  });

  test("takes no name that leads to somebody's own network beside the public one", async () => {
    const mixed = {
      resolve: async () => ["93.184.216.34", "10.0.0.1"],
      allows: (address: string) => isPublicAddress(address),
    };
    expect(await guardedFetch("http://mixed.example/", limits, mixed)).toEqual({
      kind: "failed",
      problem: "not-public",
    });
    const nowhere = open({ resolve: () => Promise.reject(new Error("ENOTFOUND")) });
    expect(await guardedFetch("http://nowhere.example/", limits, nowhere)).toEqual({
      kind: "failed",
      problem: "unknown-host",
    });
  });

  test("follows redirects, checking each, and not for ever", async () => {
    const port = await listen((request, response) => {
      if (request.url === "/end") return void response.end("the end");
      const to = { "/": "/end", "/in": "http://169.254.169.254/", "/file": "file:///etc/passwd", "/round": "/round" };
      response.writeHead(302, { location: to[request.url as keyof typeof to] }).end();
    });
    const near = open({ allows: (address) => address === "127.0.0.1" });
    const fetched = async (path: string) =>
      textOf(await guardedFetch(`http://calendar.example:${port}${path}`, limits, near));
    expect(await fetched("/")).toBe("200 the end");
    expect(await fetched("/in")).toBe("not-public");
    expect(await fetched("/file")).toBe("address");
    expect(await fetched("/round")).toBe("too-many-redirects");
  });

  test("reads no more than asked for, unpacked too, and waits no longer", async () => {
    const port = await listen((request, response) => {
      if (request.url === "/bomb")
        return void response.setHeader("content-encoding", "gzip").end(gzipSync("a".repeat(1_000_000)));
      if (request.url === "/slow") return void response.write("BEGIN:");
      if (request.url === "/silent") return;
      response.end("a".repeat(2000));
    });
    const fetched = async (path: string) =>
      textOf(await guardedFetch(`http://calendar.example:${port}${path}`, { ...limits, milliseconds: 400 }, open()));
    expect(await fetched("/")).toBe("too-large");
    expect(await fetched("/bomb")).toBe("too-large");
    expect(await fetched("/slow")).toBe("too-slow");
    expect(await fetched("/silent")).toBe("too-slow");
    expect(
      await guardedFetch(
        "http://x.example/",
        { ...limits, milliseconds: 50 },
        open({ resolve: () => new Promise(() => undefined) }),
      ),
    ).toEqual({
      ...{ kind: "failed", problem: "too-slow" },
    });
    expect(textOf(await guardedFetch("http://calendar.example:1/", limits, open()))).toBe("unreachable");
  });
});
