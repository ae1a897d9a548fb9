"use client";

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import type { DrawnDocument } from "./draw-document";
import { drawFetched, fetchDrawable } from "./fetch-drawable";

/** How far the preview of a document is. The one that was drawn before stays until the next is there. */
export interface Drawing {
  drawn: DrawnDocument | null;
  /** Of what cannot be shown as a document: its lines. */
  lines: readonly string[] | null;
  waiting: boolean;
  /** Why there is nothing to see: the sentence of a refusal, or null where it could not be fetched or drawn. */
  failed: { message: string | null } | null;
  again: () => void;
}

/** Draws what stands at an address into a host that is apart from the page. */
export function useDrawn(address: string, host: RefObject<HTMLElement | null>): Drawing {
  const [state, setState] = useState<Omit<Drawing, "again">>({ drawn: null, lines: null, waiting: true, failed: null });
  const [round, setRound] = useState(0);
  const last = useRef<DrawnDocument | null>(null);
  const settle = useEffectEvent((next: Omit<Drawing, "again" | "waiting">) => setState({ ...next, waiting: false }));
  useEffect(() => {
    const stop = new AbortController();
    const work = async () => {
      const fetched = await fetchDrawable(address, stop.signal);
      if (stop.signal.aborted) return;
      if (fetched.kind === "failed") return settle({ drawn: null, lines: null, failed: { message: fetched.message } });
      if (fetched.kind === "lines") return settle({ drawn: null, lines: fetched.lines, failed: null });
      const at = host.current;
      if (!at) return;
      const drawn = await drawFetched(fetched.document, at.shadowRoot ?? at.attachShadow({ mode: "open" }));
      last.current?.forget();
      last.current = drawn;
      if (!stop.signal.aborted) settle({ drawn, lines: null, failed: null });
    };
    setState((before) => ({ ...before, waiting: true }));
    work().catch(() => {
      if (!stop.signal.aborted) settle({ drawn: null, lines: null, failed: { message: null } });
    });
    return () => stop.abort();
  }, [address, round, host]);
  useEffect(() => () => last.current?.forget(), []);
  return { ...state, again: () => setRound((count) => count + 1) };
}
