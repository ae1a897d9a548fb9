"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { fileSize } from "./file-size";
import { upload } from "./upload";
import { UploadRow } from "./upload-row";
import type { UploadState } from "./upload-row";

export interface DropzoneProps {
  /** Route handler that takes the file. */
  url: string;
  /** "Drop your resume here" */
  title: ReactNode;
  /** Which kinds and how big, in words. */
  hint?: ReactNode;
  /** As in `<input accept>`. Only a help: the server looks at the content. */
  accept?: string;
  /** In bytes; a bigger one is refused before it is sent. */
  maxSize?: number;
  multiple?: boolean;
  fields?: Record<string, string>;
  /** What is done with a file once it is there; a sentence says why it was refused then. */
  onUploaded?: (data: unknown, file: File) => void | Promise<string | void>;
  className?: string;
}

/** Takes files by drop, click or keyboard, sends them at once and shows how far each is. A refused one says why and can be tried again. */
export function Dropzone({
  url,
  title,
  hint,
  accept,
  maxSize,
  multiple = false,
  fields,
  onUploaded,
  className,
}: DropzoneProps) {
  const t = useTranslations("ui.files");
  const locale = useLocale();
  const id = useId();
  const [over, setOver] = useState(false);
  const [uploads, setUploads] = useState<(UploadState & { file: File })[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const next = useRef(1);
  const change = (key: number, changes: Partial<UploadState>) =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...changes } : one)));

  const send = async (file: File, key: number) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    const result = await upload({
      url,
      file,
      fields,
      signal: stop.signal,
      unreachable: t("unreachable"),
      onProgress: (share) => change(key, { share }),
    });
    stops.current.delete(key);
    if (stop.signal.aborted) setUploads((before) => before.filter((one) => one.key !== key));
    else if (result.ok) {
      const problem = await onUploaded?.(result.data, file);
      change(key, problem ? { phase: "refused", problem, stored: true } : { phase: "done", share: 1 });
    } else change(key, { phase: "refused", problem: result.refusal.message });
  };
  const take = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, multiple ? undefined : 1)) {
      const key = next.current++;
      const tooBig = maxSize !== undefined && file.size > maxSize;
      const state: UploadState = {
        key,
        name: file.name,
        size: file.size,
        share: 0,
        phase: tooBig ? "refused" : "sending",
      };
      if (tooBig) state.problem = t("tooBig", { size: fileSize(file.size, locale), max: fileSize(maxSize, locale) });
      setUploads((before) => [...(multiple ? before : []), { ...state, file }]);
      if (!tooBig) void send(file, key);
    }
  };
  return (
    <div data-slot="dropzone" className={className}>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
        className={cn(
          "grid cursor-pointer justify-items-center gap-1 rounded-md border border-dashed border-input bg-card px-5 py-7 text-center hover:border-primary has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
          over && "border-primary bg-accent text-accent-foreground",
        )}
      >
        <Icon name="upload" size="large" className="mb-1 text-muted-foreground" />
        <span className="font-semibold">{title}</span>
        <span>
          <span className="text-primary underline underline-offset-[0.2em]">
            {t("choose", { count: multiple ? 2 : 1 })}
          </span>
        </span>
        {hint ? <span className="mt-1 text-sm text-muted-foreground">{hint}</span> : null}
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      </label>
      {uploads.length > 0 ? (
        <ul className="mt-3 divide-y divide-border rounded-md border border-border bg-card">
          {uploads.map((one) => (
            <UploadRow
              key={one.key}
              upload={one}
              onStop={() => stops.current.get(one.key)?.abort()}
              onRetry={() => {
                change(one.key, { phase: "sending", share: 0, problem: undefined });
                void send(one.file, one.key);
              }}
              onRemove={() => setUploads((before) => before.filter((other) => other.key !== one.key))}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
