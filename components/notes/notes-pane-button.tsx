"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useRef, useSyncExternalStore } from "react";
import type { NotesPaneProps } from "@/components/notes/notes-pane";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useKeys } from "@/components/ui/use-keys";
import type { KeepNoteInput } from "@/lib/notes/schemas";
import type { ActionResult } from "@/lib/platform/result";

const NotesPane = dynamic(() => import("./notes-pane").then((module) => module.NotesPane), { ssr: false });

/** Whether the pane is open, for this tab of the browser: it stays so from page to page, and from person to person. */
const place = "landfall:notes-pane";

function setOpen(open: boolean) {
  sessionStorage.setItem(place, open ? "open" : "");
  window.dispatchEvent(new Event(place));
}

function watch(listener: () => void) {
  window.addEventListener(place, listener);
  return () => window.removeEventListener(place, listener);
}

/** Opens a note that stays open on all parts of a person's pages; also by M. */
export function NotesPaneButton(
  props: Omit<NotesPaneProps, "keep" | "onClose"> & {
    organisation: string;
    keep: (organisation: string, input: KeepNoteInput) => Promise<ActionResult<unknown>>;
  },
) {
  const { organisation, keep, ...pane } = props;
  const t = useTranslations("notes.pane");
  const open = useSyncExternalStore(
    watch,
    () => sessionStorage.getItem(place) === "open",
    () => false,
  );
  const button = useRef<HTMLButtonElement>(null);
  useKeys(button, "M", (event) => {
    if (event.key !== "m") return;
    event.preventDefault();
    setOpen(true);
  });
  return (
    <>
      <Button ref={button} variant="outline" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="sticky-note" />
        {t("open")}
      </Button>
      {open ? (
        <NotesPane
          key={pane.programmeId}
          {...pane}
          keep={(input) => keep(organisation, input)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
