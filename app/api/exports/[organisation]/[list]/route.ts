import { readListAddress } from "@/components/data-table/url-state";
import { apiActor } from "@/lib/entry/api-actor";
import { savedFile } from "@/lib/entry/file-headers";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import { assertSameOrigin } from "@/lib/entry/same-origin";
import { listFor, noteExport } from "@/lib/exports/commands";
import { ExportList, mediaTypes, rowsAtOnce } from "@/lib/exports/schemas";
import { writeList } from "@/lib/exports/write-list";
import { now } from "@/lib/platform/clock";
import { askTogether, execute } from "@/lib/platform/execute";
import { parseInput } from "@/lib/platform/input-refusal";
import { readList } from "@/lib/platform/list";
import { may } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";

/**
 * A list as the address shows it, as CSV or XLSX: the same filters, words and sorting, all pages. A large one leads to the page
 * where its file is made in the background.
 */
export async function GET(request: Request, { params }: Params) {
  const search = new URL(request.url).searchParams;
  return answer(await params, search, {});
}

/** The same of chosen rows, or of all but some: they do not fit into an address. */
export async function POST(request: Request, { params }: Params) {
  const search = new URL(request.url).searchParams;
  try {
    assertSameOrigin(request);
    const form = await request.formData();
    const ids = (key: string) => (form.has(key) ? { [key]: textIn(form, key).split(",").filter(Boolean) } : {});
    search.set("format", textIn(form, "format"));
    return await answer(await params, search, { ...ids("only"), ...ids("except") });
  } catch (error) {
    return refusalResponse(error, (await requestFacts()).requestId);
  }
}

type Params = { params: Promise<{ organisation: string; list: string }> };

const textIn = (form: FormData, key: string): string => {
  const value = form.get(key);
  return typeof value === "string" ? value : "";
};

async function answer(
  { organisation, list }: { organisation: string; list: string },
  search: URLSearchParams,
  chosen: { only?: string[]; except?: string[] },
): Promise<Response> {
  const facts = await requestFacts();
  try {
    const { sort, descending, q, filters } = readListAddress(search);
    const input = parseInput(ExportList, {
      list,
      format: search.get("format") ?? "csv",
      // Chosen rows are these, whatever the filters show by now.
      state: chosen.only ? { sort, descending, ...chosen } : { sort, descending, q, filters, ...chosen },
    });
    const actor = await apiActor(organisation);
    if (!may(actor, "exports:run")) throw new Refusal("forbidden", "You may not take lists along as files.");
    const definition = await listFor(actor, actor.organisation, list);
    const made = await askTogether(
      actor,
      async (context) => {
        const { estimate } = await readList(context, definition, { ...input.state, limit: 1 });
        if (estimate > rowsAtOnce) return null;
        let rows = 0;
        const parts: Uint8Array[] = [];
        const onProgress = async (count: number) => {
          rows = count;
        };
        for await (const part of writeList({ ...context, actor }, { ...input, definition, onProgress }))
          parts.push(part);
        return { rows, content: Buffer.concat(parts) };
      },
      facts,
    );
    if (!made) {
      const location = `/${organisation}/exports?${waiting(list, search, chosen.except)}`;
      return new Response(null, { status: 303, headers: { location } });
    }
    await execute(noteExport, actor, { ...input, rows: made.rows }, facts);
    const name = `${list.replace(".", " ")} ${now().toISOString().slice(0, 10)}.${input.format}`;
    return new Response(new Uint8Array(made.content), {
      headers: savedFile(name, mediaTypes[input.format]),
    });
  } catch (error) {
    return refusalResponse(error, facts.requestId);
  }
}

function waiting(list: string, search: URLSearchParams, except: string[] = []): string {
  const kept = new URLSearchParams(search);
  if (except.length > 0) kept.set("except", except.join(","));
  kept.set("list", list);
  return kept.toString();
}
