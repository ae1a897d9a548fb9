import { readListAddress } from "@/components/data-table/url-state";
import { apiActor } from "@/lib/entry/api-actor";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import { listFor, noteExport } from "@/lib/exports/commands";
import { ExportList, mediaTypes, rowsAtOnce } from "@/lib/exports/schemas";
import { writeList } from "@/lib/exports/write-list";
import { contentDisposition } from "@/lib/files/safe-name";
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
export async function GET(request: Request, { params }: { params: Promise<{ organisation: string; list: string }> }) {
  const facts = await requestFacts();
  try {
    const { organisation, list } = await params;
    const search = new URL(request.url).searchParams;
    const { sort, descending, q, filters } = readListAddress(search);
    const input = parseInput(ExportList, {
      list,
      format: search.get("format") ?? "csv",
      state: { sort, descending, q, filters },
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
      const location = `/${organisation}/exports?${waiting(list, search)}`;
      return new Response(null, { status: 303, headers: { location } });
    }
    await execute(noteExport, actor, { ...input, rows: made.rows }, facts);
    const name = `${list.replace(".", " ")} ${now().toISOString().slice(0, 10)}.${input.format}`;
    return new Response(new Uint8Array(made.content), {
      headers: {
        "content-type": mediaTypes[input.format],
        "content-disposition": contentDisposition("attachment", name),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return refusalResponse(error, facts.requestId);
  }
}

function waiting(list: string, search: URLSearchParams): string {
  const kept = new URLSearchParams(search);
  kept.set("list", list);
  return kept.toString();
}
