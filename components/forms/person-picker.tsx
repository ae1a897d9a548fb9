"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import type { ComponentProps } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";

export interface PersonOption {
  id: string;
  name: string;
  /** Tells people of one name apart: role, firm, mail. */
  sub?: string;
  photo?: string | null;
}

export type PersonPickerProps = Omit<ComponentProps<"input">, "value" | "onChange" | "type" | "defaultValue"> & {
  value: PersonOption | null;
  onChange: (person: PersonOption | null) => void;
  /** Asks the server; called 150 ms after the last key, with "" for a first offer. */
  load: (query: string) => Promise<PersonOption[]>;
};

/** Finds a person by some letters. Arrows choose, Enter takes, Escape closes; the chosen one stands in the field with a ×. */
export function PersonPicker({ value, onChange, load, onBlur, className, ...props }: PersonPickerProps) {
  const t = useTranslations("ui.forms");
  const listId = useId();
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [found, setFound] = useState<{ query: string; options: PersonOption[] } | null>(null);
  const loader = useRef(load);
  useEffect(() => {
    loader.current = load;
  }, [load]);
  useEffect(() => {
    if (!open) return;
    let late = false;
    const wait = setTimeout(
      () => {
        loader
          .current(query)
          .catch(() => [])
          .then((options) => {
            if (!late) {
              setFound({ query, options });
              setActive(0);
            }
          });
      },
      query ? 150 : 0,
    );
    return () => {
      late = true;
      clearTimeout(wait);
    };
  }, [open, query]);

  const options = found?.options ?? [];
  const take = (person: PersonOption) => {
    onChange(person);
    setOpen(false);
    setQuery("");
  };
  if (value) {
    return (
      <span
        data-slot="person-picker"
        className="flex min-h-(--control) items-center gap-2.5 rounded-md border border-input bg-card ps-2 pe-1"
      >
        <Avatar name={value.name} photo={value.photo} size="small" />
        <span className="min-w-0 flex-1 truncate">
          <bdi className="font-medium">{value.name}</bdi>
          {value.sub ? <span className="text-muted-foreground"> · {value.sub}</span> : null}
        </span>
        <Button
          id={props.id}
          variant="ghost"
          size="iconSmall"
          aria-label={t("removePerson", { name: value.name })}
          onClick={() => onChange(null)}
        >
          <Icon name="x" size="small" />
        </Button>
      </span>
    );
  }
  return (
    <span data-slot="person-picker" className="relative block">
      <Icon
        name="search"
        className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && options[active] ? `${listId}-${options[active].id}` : undefined}
        placeholder={t("findPerson")}
        value={query}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(true);
        }}
        onBlur={(event) => {
          setOpen(false);
          onBlur?.(event);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            setOpen(true);
            const step = event.key === "ArrowDown" ? 1 : -1;
            setActive((before) => Math.min(options.length - 1, Math.max(0, before + step)));
          } else if (event.key === "Enter" && open && options[active]) {
            event.preventDefault();
            take(options[active]);
          } else if (event.key === "Escape" && open) {
            event.stopPropagation();
            setOpen(false);
          }
        }}
        {...props}
        className={cn("ps-9", className)}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={t("people")}
        hidden={!open}
        className="absolute inset-x-0 top-[calc(100%+4px)] z-40 max-h-72 overflow-y-auto rounded-lg border border-border-strong bg-popover p-1.5 shadow-float"
      >
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${listId}-${option.id}`}
            role="option"
            aria-selected={index === active}
            // The field keeps the focus, or the list would close before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1 hover:bg-muted aria-selected:bg-accent aria-selected:text-accent-foreground"
          >
            <Avatar name={option.name} photo={option.photo} size="small" />
            <span className="min-w-0">
              <bdi className="block font-medium break-words">{option.name}</bdi>
              {option.sub ? <span className="block text-sm text-muted-foreground">{option.sub}</span> : null}
            </span>
          </li>
        ))}
        {options.length === 0 ? (
          <li role="option" aria-selected={false} aria-disabled className="px-2.5 py-2 text-muted-foreground">
            {found && found.query === query ? t("nobodyFound") : t("searching")}
          </li>
        ) : null}
      </ul>
    </span>
  );
}
