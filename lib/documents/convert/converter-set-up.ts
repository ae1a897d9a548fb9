import { env, type Environment } from "@/lib/platform/env";
import type { Converter } from "./converter";
import { findLibreOffice } from "./find-libreoffice";

/** The converter of this installation, or null where there is none: then screens say so and offer no PDF of a DOCX. */
export function converterSetUp(settings: ConverterSettings = env): Converter | null {
  const { GOTENBERG_URL: address, LIBREOFFICE_PATH: named, CONVERTER_SECONDS: seconds } = settings;
  if (address) return { kind: "gotenberg", address, seconds };
  if (named === "off") return null;
  const path = named ?? findLibreOffice();
  return path === null ? null : { kind: "libreoffice", path, seconds };
}

type ConverterSettings = Pick<Environment, "GOTENBERG_URL" | "LIBREOFFICE_PATH" | "CONVERTER_SECONDS">;
