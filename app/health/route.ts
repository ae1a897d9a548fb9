export const dynamic = "force-dynamic";

/** That this process answers; it asks nothing of the database. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
