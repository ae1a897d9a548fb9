import { NextResponse, type NextRequest } from "next/server";
import { placeHeader, securityHeaders } from "@/lib/platform/request-id";

/**
 * Before every page and API route: an id for the request, and the headers that say what a browser may do with the answer.
 * Uploads and downloads (their bodies would be cut at 10 MB), calls of background functions and static files go past it.
 */
export function proxy(request: NextRequest): NextResponse {
  const { requestId, nonce, policy, headers } = securityHeaders();
  const passedOn = new Headers(request.headers);
  passedOn.set("x-request-id", requestId);
  passedOn.set("x-nonce", nonce);
  passedOn.set(placeHeader, encodeURIComponent(request.nextUrl.pathname.split("/")[1] ?? ""));
  // Next reads the nonce from here and puts it on its own scripts.
  passedOn.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers: passedOn } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ["/((?!_next/static|_next/image|api/files|api/inngest|health|metrics|favicon.ico|icons/|sw.js).*)"],
};
