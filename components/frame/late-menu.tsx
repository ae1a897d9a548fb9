"use client";

import { Slot } from "@/components/ui/slot";
import { useRef, useState } from "react";
import type { ComponentType, ReactElement } from "react";

export interface OpensAtOnce {
  /** It was pressed before its code was there. */
  openAtOnce: boolean;
}

export interface LateMenuProps<Props extends object> {
  /** Brings the menu with its trigger; asked for when one reaches for the button. */
  load: () => Promise<ComponentType<Props & OpensAtOnce>>;
  props: Props;
  haspopup: "menu" | "dialog";
  /** Looks like the menu's trigger, and is all that a page needs at first. */
  children: ReactElement;
}

/** A button whose menu arrives when one reaches for it, so that pages do not wait for menus that nobody opens. */
export function LateMenu<Props extends object>({ load, props, haspopup, children }: LateMenuProps<Props>) {
  const [Loaded, setLoaded] = useState<ComponentType<Props & OpensAtOnce> | null>(null);
  const [pressed, setPressed] = useState(false);
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
    setPressed(true);
    fetch();
  };
  if (Loaded) return <Loaded {...props} openAtOnce={pressed} />;
  return (
    <Slot aria-haspopup={haspopup} aria-expanded={false} onPointerEnter={fetch} onPointerDown={press} onClick={press}>
      {children}
    </Slot>
  );
}
