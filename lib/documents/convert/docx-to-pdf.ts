import { PACKAGE_LIMITS } from "../package/limits";
import { ConversionFailed } from "./conversion-failed";
import type { Converter } from "./converter";
import { convertByGotenberg } from "./gotenberg";
import { convertByLibreOffice } from "./libreoffice";

/**
 * The PDF of a DOCX that passed the checks of uploads. Whether one is set up at all is for `converterSetUp` to say. `signal` stops it.
 * Throws {@link ConversionFailed} whatever goes wrong; nothing stays behind, neither files nor processes.
 */
export async function docxToPdf(docx: Uint8Array, converter: Converter, signal?: AbortSignal): Promise<Uint8Array> {
  if (docx.length > PACKAGE_LIMITS.fileSize) throw new ConversionFailed("too-large");
  if (signal?.aborted) throw new ConversionFailed("stopped");
  const pdf = await (converter.kind === "libreoffice"
    ? convertByLibreOffice(docx, converter, signal)
    : convertByGotenberg(docx, converter, signal));
  if (Buffer.from(pdf.subarray(0, 5)).toString("latin1") !== "%PDF-") throw new ConversionFailed("not-converted");
  return pdf;
}
