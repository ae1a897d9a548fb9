import { randomBytes, randomUUID } from "node:crypto";
import { env } from "@/lib/platform/env";

export interface RequestSecurity {
  requestId: string;
  nonce: string;
  /** The Content-Security-Policy, which names the nonce. */
  policy: string;
  /** Everything that the answer carries. */
  headers: Record<string, string>;
}

/** Carries the first part of the address ("/alder/people" → "alder") to what formats a page; the proxy alone sets it. */
export const placeHeader = "x-landfall-place";

const yearInSeconds = 31_536_000;

/** A new request's id and nonce, and the headers of its answer. Ids that a client sends are not taken over. */
export function securityHeaders({
  https,
  development,
}: { https?: boolean; development?: boolean } = {}): RequestSecurity {
  const requestId = randomUUID();
  const nonce = randomBytes(16).toString("base64");
  const secure = https ?? env.LANDFALL_URL.startsWith("https://");
  const policy = contentSecurityPolicy(nonce, secure, development ?? env.LANDFALL_ENV === "development");
  return {
    requestId,
    nonce,
    policy,
    headers: {
      "x-request-id": requestId,
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "permissions-policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      "cross-origin-opener-policy": "same-origin",
      ...(secure ? { "strict-transport-security": `max-age=${yearInSeconds}; includeSubDomains` } : {}),
    },
  };
}

/**
 * Scripts run only with the nonce of this answer, or when such a script loads them. Styles may stand in attributes, because charts
 * and floating layers place themselves that way. Mails are shown in a frame of our own.
 */
function contentSecurityPolicy(nonce: string, secure: boolean, development: boolean): string {
  const directives: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": development ? "'self' ws: wss:" : "'self'",
    "media-src": "'self' blob:",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    ...(secure ? { "upgrade-insecure-requests": "" } : {}),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join("; ");
}
