import { problemOf } from "@/lib/entry/problem";
import { requestFacts } from "@/lib/entry/request";
import { route, routeList, routeQuery } from "@/lib/entry/route";
import { Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";

type Context = { params: Promise<{ organisation: string; module: string; operation: string }> };

/** Reads: queries and lists, by their names in the registry. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, module, operation } = await params;
  const name = `${module}.${operation}`;
  const { findOperation, findList } = await registry();
  const list = findList(name);
  if (list) return routeList(list)(request, organisation);
  const found = findOperation(name);
  return found?.kind === "query" ? routeQuery(found)(request, organisation) : unknown(name);
}

/** Changes: commands, by their names in the registry. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { organisation, module, operation } = await params;
  const name = `${module}.${operation}`;
  const found = (await registry()).findOperation(name);
  return found?.kind === "command" ? route(found)(request, organisation) : unknown(name);
}

async function unknown(name: string): Promise<Response> {
  const { requestId } = await requestFacts();
  return problemOf(new Refusal("not_found", `There is no operation “${name.slice(0, 100)}” here.`), requestId);
}
