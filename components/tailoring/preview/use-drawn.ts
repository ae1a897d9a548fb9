"use client";

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import type { DrawnDocument } from "./draw-document";

/** What draws is fetched with the page's scripts, not only when they have taken hold of the page. */
const inTime = typeof window === "undefined" ? null : import("./draw-document").catch(() => null);

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
      // Both at once: the document is often there before what draws it.
      const [answer, { drawDocument }] = await Promise.all([
        fetch(address, { signal: stop.signal }),
        (inTime ?? Promise.resolve(null)).then((drawing) => drawing ?? import("./draw-document")),
      ]);
      const type = answer.headers.get("content-type") ?? "";
      if (!answer.ok) return settle({ drawn: null, lines: null, failed: { message: await sentenceOf(answer) } });
      if (type.startsWith("application/json")) {
        const { lines } = (await answer.json()) as { lines: string[] };
        return settle({ drawn: null, lines, failed: null });
      }
      const bytes = await answer.arrayBuffer();
      const at = host.current;
      if (stop.signal.aborted || !at) return;
      const drawn = await drawDocument(bytes, at.shadowRoot ?? at.attachShadow({ mode: "open" }));
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

async function sentenceOf(answer: Response): Promise<string | null> {
  const body = (await answer.json().catch(() => null)) as { refusal?: { code: string; message: string } } | null;
  return body?.refusal && body.refusal.code !== "fault" ? body.refusal.message : null;
}
