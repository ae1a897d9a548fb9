import { ConversionFailed, type ConversionCode } from "./conversion-failed";
import { largestPdf, type Converter } from "./converter";

type Gotenberg = Extract<Converter, { kind: "gotenberg" }>;

/**
 * Has a Gotenberg server convert a document. A user and a password in its address go as basic authentication. It is not followed elsewhere,
 * and no more is taken from it than a PDF has.
 */
export async function convertByGotenberg(
  docx: Uint8Array,
  { address, seconds }: Gotenberg,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const server = new URL(address);
  const headers = authentication(server);
  server.username = "";
  server.password = "";
  const url = `${server.href.replace(/\/+$/, "")}/forms/libreoffice/convert`;
  const form = new FormData();
  // The name of the person's file goes nowhere; Gotenberg knows the kind by the ending.
  form.append("files", new Blob([new Uint8Array(docx)]), "resume.docx");
  const late = AbortSignal.timeout(seconds * 1000);
  try {
    const answer = await fetch(url, {
      method: "POST",
      body: form,
      headers,
      redirect: "error",
      signal: signal ? AbortSignal.any([late, signal]) : late,
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new ConversionFailed(codeOf(answer.status));
    }
    return await atMost(answer, largestPdf);
  } catch (error) {
    if (error instanceof ConversionFailed) throw error;
    throw new ConversionFailed(signal?.aborted ? "stopped" : late.aborted ? "timed-out" : "converter-unreachable");
  }
}

/** Queue full 429, starting or unhealthy 503, its own time limit 504; a document that it cannot take is 400 or 500. */
function codeOf(status: number): ConversionCode {
  if (status === 401 || status === 403) return "converter-refused";
  if (status === 404 || status === 405) return "converter-missing";
  if (status === 413) return "too-large";
  if (status === 429 || status === 502 || status === 503) return "converter-busy";
  if (status === 408 || status === 504) return "timed-out";
  return "not-converted";
}

function authentication({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const both = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(both).toString("base64")}` };
}

async function atMost(answer: Response, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > largest) {
      await reader?.cancel();
      throw new ConversionFailed("pdf-too-large");
    }
    chunks.push(part.value);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}
