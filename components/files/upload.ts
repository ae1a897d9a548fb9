import type { RefusalResult } from "@/lib/platform/result";

export type UploadOutcome = { ok: true; data: unknown } | { ok: false; refusal: RefusalResult };

export interface UploadRequest {
  url: string;
  file: File;
  /** Said with it, in the address: what it is to be attached to. */
  fields?: Record<string, string>;
  /** Share that has been sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal?: AbortSignal;
  /** Said when the server cannot be reached or answers something else than we agreed. */
  unreachable: string;
}

/** Sends one file as the request's body, its name beside it. XMLHttpRequest, because fetch does not tell how much has been sent. Never throws. */
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
    const address = new URL(url, window.location.origin);
    for (const [name, value] of Object.entries(fields)) address.searchParams.set(name, value);
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
    request.open("POST", address);
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(file);
  });
}
