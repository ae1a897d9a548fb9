import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon";
import { fileSize } from "./file-size";

export interface FileEntry {
  id: string;
  name: string;
  size: number;
  /** MIME type, as found in the content. */
  type: string;
  href: string;
  /** "Aurelio · 18 Nov" */
  sub?: ReactNode;
  /** A menu or a button at the end. */
  actions?: ReactNode;
}

/** Files of a record, each a download. */
export function FileList({ files, label }: { files: FileEntry[]; label: string }) {
  const t = useTranslations("ui.files");
  const locale = useLocale();
  return (
    <ul aria-label={label} data-slot="file-list" className="divide-y divide-border">
      {files.map((file) => (
        <li
          key={file.id}
          className="row-target flex items-center gap-3 px-5 py-2.5 has-[a[data-row-link]:hover]:bg-[color-mix(in_oklab,var(--muted)_55%,var(--card))] phone:px-4"
        >
          <Icon name={iconOf(file.type)} className="text-muted-foreground" />
          <div className="min-w-0 flex-1">
            <a
              href={file.href}
              download
              data-row-link
              className="block font-medium break-words text-foreground no-underline hover:text-primary hover:underline"
            >
              <bdi>{file.name}</bdi>
            </a>
            <span className="block text-sm text-muted-foreground">
              <span className="tabular-nums">{fileSize(file.size, locale)}</span>
              {file.sub ? <> · {file.sub}</> : null}
            </span>
          </div>
          {file.actions ?? (
            <Button asChild variant="ghost" size="iconSmall">
              <a href={file.href} download aria-label={t("download", { name: file.name })}>
                <Icon name="download" />
              </a>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A file named in a line: evidence of a task, attachment of a message. */
export function FileChip({ name, size, href }: { name: string; size: number; href: string }) {
  const locale = useLocale();
  return (
    <a
      href={href}
      download
      data-slot="file-chip"
      className="inline-flex max-w-full items-center gap-1.5 rounded-sm border border-border-strong px-2 py-[3px] text-sm text-foreground no-underline hover:border-primary hover:text-primary phone:min-h-11"
    >
      <Icon name="paperclip" size="small" />
      <bdi className="min-w-0 truncate">{name}</bdi>
      <span className="flex-none text-muted-foreground tabular-nums">{fileSize(size, locale)}</span>
    </a>
  );
}

function iconOf(type: string): IconName {
  if (type.startsWith("image/")) return "file-image";
  if (/sheet|csv|excel/.test(type)) return "file-spreadsheet";
  return "file-text";
}
