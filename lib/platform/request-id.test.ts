import { describe, expect, test } from "vitest";
import { securityHeaders } from "@/lib/platform/request-id";

describe("securityHeaders", () => {
  test("lets scripts run only with the nonce of this one answer", () => {
    const first = securityHeaders({ https: false, development: false });
    const second = securityHeaders({ https: false, development: false });
    expect(first.nonce).not.toBe(second.nonce);
    expect(first.requestId).not.toBe(second.requestId);
    expect(first.policy).toContain(`script-src 'self' 'nonce-${first.nonce}' 'strict-dynamic';`);
    expect(first.policy).toContain("frame-ancestors 'none'");
    expect(first.policy).not.toContain("unsafe-eval");
    expect(first.headers["content-security-policy"]).toBe(first.policy);
  });

  test("promises https only where it is served", () => {
    const plain = securityHeaders({ https: false, development: false });
    const secure = securityHeaders({ https: true, development: false });
    expect(plain.headers["strict-transport-security"]).toBeUndefined();
    expect(plain.policy).not.toContain("upgrade-insecure-requests");
    expect(secure.headers["strict-transport-security"]).toMatch(/^max-age=\d+; includeSubDomains$/);
    expect(secure.policy).toMatch(/; upgrade-insecure-requests$/);
  });

  test("lets the development server evaluate and reload", () => {
    const { policy } = securityHeaders({ https: false, development: true });
    expect(policy).toContain("'unsafe-eval'");
    expect(policy).toContain("connect-src 'self' ws: wss:");
  });
});
