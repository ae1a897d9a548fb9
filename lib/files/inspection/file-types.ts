/** A kind of file that is taken. Safe for the browser. */
export interface FileType {
  /** The extension under which it is kept. */
  extension: string;
  mediaType: string;
  /** Other extensions that mean the same. */
  also?: readonly string[];
}

export const fileTypes = {
  docx: {
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    also: ["dotx"],
  },
  xlsx: {
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    also: ["xltx"],
  },
  pptx: {
    extension: "pptx",
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    also: ["ppsx", "potx"],
  },
  pdf: { extension: "pdf", mediaType: "application/pdf" },
  png: { extension: "png", mediaType: "image/png" },
  jpg: { extension: "jpg", mediaType: "image/jpeg", also: ["jpeg"] },
  webp: { extension: "webp", mediaType: "image/webp" },
  csv: { extension: "csv", mediaType: "text/csv; charset=utf-8" },
  txt: { extension: "txt", mediaType: "text/plain; charset=utf-8", also: ["text"] },
  json: { extension: "json", mediaType: "application/json; charset=utf-8" },
  md: { extension: "md", mediaType: "text/markdown; charset=utf-8", also: ["markdown"] },
} as const satisfies Record<string, FileType>;

export type FileKind = keyof typeof fileTypes;

/** Pictures that a page may show; everything else is only ever saved. */
export const shownInPages: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp"]);

/** The kind that an extension promises; undefined for one that is not taken. */
export function kindOfExtension(extension: string): FileKind | undefined {
  return (Object.keys(fileTypes) as FileKind[]).find((kind) => {
    const type: FileType = fileTypes[kind];
    return type.extension === extension || type.also?.includes(extension);
  });
}

/** Largest upload in bytes unless a caller asks for less. */
export const largestUpload = 25 * 1024 * 1024;
