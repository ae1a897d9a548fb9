import { env } from "@/lib/platform/env";
import { openApiDocument } from "@/lib/platform/openapi";
import { registry } from "@/lib/platform/registry";

export const dynamic = "force-dynamic";

/** The description of /api/v1, made from what there is. It says nothing about any organisation. */
export async function GET(): Promise<Response> {
  return Response.json(openApiDocument((await registry()).modules, env.LANDFALL_URL), {
    headers: { "cache-control": "public, max-age=300" },
  });
}
