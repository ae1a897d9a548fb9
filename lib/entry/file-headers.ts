import { contentDisposition } from "@/lib/files/safe-name";

/** The headers under which a browser takes what one person may have: kept in no cache, run nowhere, read by our own pages alone. */
export const privateContent = {
  "cache-control": "private, no-store",
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** The headers of a file that a person saves under a name. */
export const savedFile = (name: string, mediaType: string) => ({
  ...privateContent,
  "content-type": mediaType,
  "content-disposition": contentDisposition("attachment", name),
});
