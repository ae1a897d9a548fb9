/** Longest name that is kept, in characters, extension included. */
const longest = 120;

/** Names that Windows keeps for devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name under which a file can be saved anywhere: the last part of a path, without control characters, without marks that
 * turn the reading direction around (an "exe" could look like a "txt"), without what file systems refuse; never empty.
 */
export function safeName(given: string, extension: string): string {
  const bare = given
    .normalize("NFC")
    .replace(/^.*[\\/]/su, "")
    // Cc and Cf: control characters, direction marks, invisible joiners.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replace(/[<>:"|?*\\/]/g, " ")
    .replace(/\s+/gu, " ");
  const words = bare.replace(/\.[A-Za-z0-9]{1,8}\s*$/u, "").replace(/^[.\s]+|[.\s]+$/gu, "");
  const usable = words === "" || device.test(words) ? `file ${words}`.trim() : words;
  return `${shortened(usable, longest - extension.length - 1)}.${extension}`;
}

/** The extension of a name, small letters, without the dot; "" when there is none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})\s*$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** Cut by whole characters, so that no half of one is left. */
const shortened = (text: string, most: number): string => [...text].slice(0, most).join("").trimEnd();

/** `Content-Disposition` for a name: an ASCII form for old programs and the true one (RFC 6266, RFC 8187). */
export function contentDisposition(kind: "attachment" | "inline", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
