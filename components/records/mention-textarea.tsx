"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState, type ComponentProps } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Textarea } from "@/components/ui/textarea";
import { openMention, readersMatching, type Reader } from "./mentions";

export type MentionTextareaProps = Omit<ComponentProps<"textarea">, "value" | "onChange" | "defaultValue"> & {
  value: string;
  onChange: (value: string) => void;
  /** Who can be addressed; asked once, when the first @ is typed. */
  load: () => Promise<Reader[]>;
  onMention: (reader: Reader) => void;
};

/** A text in which @ and some letters offer colleagues. Arrows choose, Enter or Tab takes, Escape closes. */
export function MentionTextarea({ value, onChange, load, onMention, onBlur, ...props }: MentionTextareaProps) {
  const t = useTranslations("records.comments");
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const asked = useRef(false);
  const [readers, setReaders] = useState<Reader[] | null>(null);
  const [caret, setCaret] = useState(0);
  const [closed, setClosed] = useState(true);
  const [active, setActive] = useState(0);
  const mention = closed ? null : openMention(value, caret);
  const offered = mention && readers ? readersMatching(readers, mention.words) : [];
  const open = offered.length > 0;
  const chosen = Math.min(active, offered.length - 1);

  const look = (area: HTMLTextAreaElement) => {
    setCaret(area.selectionStart);
    setActive(0);
    const typing = openMention(area.value, area.selectionStart) !== null;
    setClosed(!typing);
    if (typing && !asked.current) {
      asked.current = true;
      void load()
        .then(setReaders)
        .catch(() => (asked.current = false));
    }
  };
  const take = (reader: Reader) => {
    if (!mention) return;
    const before = `${value.slice(0, mention.start)}@${reader.name} `;
    onChange(before + value.slice(caret).replace(/^ /, ""));
    onMention(reader);
    setClosed(true);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };
  return (
    <span className="relative block">
      <Textarea
        rows={3}
        {...props}
        ref={field}
        value={value}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${chosen}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target);
        }}
        onBlur={(event) => {
          setClosed(true);
          onBlur?.(event);
        }}
        onKeyDown={(event) => {
          if (!open) return;
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            setActive((chosen + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length);
          } else if (event.key === "Enter" || event.key === "Tab") {
            event.preventDefault();
            take(offered[chosen]!);
          } else if (event.key === "Escape") {
            event.stopPropagation();
            setClosed(true);
          }
        }}
      />
      <span role="status" className="sr-only">
        {open ? t("offered", { count: offered.length }) : ""}
      </span>
      {open ? (
        <ul
          id={listId}
          role="listbox"
          aria-label={t("colleagues")}
          className="absolute inset-x-0 top-[calc(100%+4px)] z-40 max-h-60 max-w-sm overflow-y-auto rounded-lg border border-border-strong bg-popover p-1.5 shadow-float"
        >
          {offered.map((reader, at) => (
            <li
              key={reader.id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === chosen}
              // The text keeps the focus, or the list would close before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(reader)}
              className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1 hover:bg-muted aria-selected:bg-accent aria-selected:text-accent-foreground"
            >
              <Avatar name={reader.name} size="small" />
              <span className="min-w-0">
                <bdi className="font-medium">{reader.name}</bdi>
                {reader.headline ? <span className="text-sm text-muted-foreground"> · {reader.headline}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </span>
  );
}
