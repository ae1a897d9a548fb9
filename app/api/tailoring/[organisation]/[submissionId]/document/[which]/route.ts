import { savedFile } from "@/lib/entry/file-headers";
import { fileTypes } from "@/lib/files/inspection/file-types";
import { documentRoute } from "../../document-route";

/** The document itself, for whom it cannot be shown in the page. */
export const GET = documentRoute(
  async ({ name, bytes, format }) =>
    new Response(new Uint8Array(bytes), { headers: savedFile(name, fileTypes[format].mediaType) }),
);
