import { accessSync, constants } from "node:fs";

/** Where packages and installers put it, on Linux and macOS. */
const usualPlaces = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/usr/lib64/libreoffice/program/soffice",
  "/opt/libreoffice/program/soffice",
  "/snap/bin/libreoffice",
  "/opt/homebrew/bin/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

let found: string | null | undefined;

/** LibreOffice's program on this machine, or null. Looked for once in the life of a process. */
export function findLibreOffice(places: readonly string[] = usualPlaces): string | null {
  if (places !== usualPlaces) return places.find(canRun) ?? null;
  found ??= usualPlaces.find(canRun) ?? null;
  return found;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
