import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientAddress, trustedProxies } from "@/lib/platform/client-address";

const none = { hops: 0 };

describe("where a request came from", () => {
  test("is who opened the connection, whatever the request claims, where no proxy is trusted", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.array(fc.ipV4()).map(String)), (claimed) => {
        expect(clientAddress("192.0.2.7", claimed, none)).toBe("192.0.2.7");
      }),
    );
    expect(clientAddress("::ffff:192.0.2.7", undefined, none)).toBe("192.0.2.7");
  });

  test("is what the trusted proxies wrote, and never what the client put before it", () => {
    fc.assert(
      fc.property(fc.array(fc.ipV4(), { maxLength: 4 }), (forged) => {
        const written = [...forged, "203.0.113.9"].join(", ");
        expect(clientAddress("10.0.0.1", written, { hops: 1 })).toBe("203.0.113.9");
        expect(clientAddress("10.0.0.1", `${written}, 10.0.0.2`, { hops: 2 })).toBe("203.0.113.9");
        expect(clientAddress("10.0.0.1", `${written}, 10.0.0.2`, trustedProxies("10.0.0.0/8")!)).toBe("203.0.113.9");
      }),
    );
  });

  test("is the peer when it is no proxy of ours, or when a proxy wrote nothing that is an address", () => {
    const trusted = trustedProxies("10.0.0.0/8, ::1")!;
    expect(clientAddress("198.51.100.1", "203.0.113.9", trusted)).toBe("198.51.100.1");
    expect(clientAddress("10.0.0.1", undefined, trusted)).toBe("10.0.0.1");
    expect(clientAddress("10.0.0.1", "unknown", trusted)).toBe("10.0.0.1");
    expect(clientAddress("::1", "[2001:db8::7]:443", trusted)).toBe("2001:db8::7");
    expect(clientAddress("::1", "203.0.113.9:5512", trusted)).toBe("203.0.113.9");
  });
});

test("what is neither a number nor addresses is no setting", () => {
  for (const wrong of ["all", "10.0.0.0/99", "10.0.0.0/8/8", "1.2.3", "10.0.0.0/8,", "-1"])
    expect(trustedProxies(wrong), wrong).toBeNull();
  expect(trustedProxies("2")).toEqual({ hops: 2 });
});
