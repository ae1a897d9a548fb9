import type { RefusalResult } from "@/lib/platform/result";

export type UploadOutcome = { ok: true; data: unknown } | { ok: false; refusal: RefusalResult };

export interface UploadRequest {
  url: string;
  file: File;
  /** Other parts of the form, before the file, so that the server knows them when the bytes arrive. */
  fields?: Record<string, string>;
  /** Share that has been sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal?: AbortSignal;
  /** Said when the server cannot be reached or answers something else than we agreed. */
  unreachable: string;
}

/** Sends one file as multipart/form-data. XMLHttpRequest, because fetch does not tell how much has been sent. Never throws. */
export function upload({
  url,
  file,
  fields = {},
  onProgress,
  signal,
  unreachable,
}: UploadRequest): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append("file", file);
    const fail = () =>
      resolve({
        ok: false,
        refusal: { code: "fault", message: unreachable, requestId: request.getResponseHeader("x-request-id") ?? "" },
      });
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const answer = request.response as { ok?: boolean; refusal?: RefusalResult } | null;
      if (request.status >= 200 && request.status < 300) resolve({ ok: true, data: answer });
      else if (answer?.refusal) resolve({ ok: false, refusal: answer.refusal });
      else fail();
    });
    request.addEventListener("error", fail);
    request.addEventListener("timeout", fail);
    request.addEventListener("abort", () =>
      resolve({ ok: false, refusal: { code: "state", message: "", requestId: "" } }),
    );
    signal?.addEventListener("abort", () => request.abort());
    request.responseType = "json";
    request.open("POST", url);
    request.send(body);
  });
}
