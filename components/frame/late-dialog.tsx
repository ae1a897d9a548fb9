"use client";

import { Slot } from "@/components/ui/slot";
import { useRef, useState } from "react";
import type { ComponentType, ReactElement } from "react";

export interface Closes {
  onClose: () => void;
}

export interface LateDialogProps<Props extends object> {
  /** Brings the dialog, which is open as long as it is there. */
  load: () => Promise<ComponentType<Props & Closes>>;
  props: Props;
  /** The button that opens it. */
  children: ReactElement;
}

/** A button whose dialog arrives when one reaches for it, so that pages do not wait for forms that nobody fills in. */
export function LateDialog<Props extends object>({ load, props, children }: LateDialogProps<Props>) {
  const [Loaded, setLoaded] = useState<ComponentType<Props & Closes> | null>(null);
  const [open, setOpen] = useState(false);
  const asked = useRef(false);
  const fetch = () => {
    if (asked.current) return;
    asked.current = true;
    load().then(
      (component) => setLoaded(() => component),
      () => {
        // Offline: the next press asks again.
        asked.current = false;
      },
    );
  };
  const press = () => {
    setOpen(true);
    fetch();
  };
  return (
    <>
      <Slot aria-haspopup="dialog" aria-expanded={open} onPointerEnter={fetch} onFocus={fetch} onClick={press}>
        {children}
      </Slot>
      {open && Loaded ? <Loaded {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
