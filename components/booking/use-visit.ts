"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { nothingTyped, type Typed } from "./visitor-form";
import { refusedOf, type Refused, type VisitorActions } from "./model";

interface Held {
  id: string;
  startsAt: string;
  heldUntil: string;
}

/** What becomes of a time that a visitor chose: kept while they type, asked for, or refused with other times. What they typed stays through all of it. */
export function useVisit(typeId: string, at: Date | null, timeZone: string, actions: VisitorActions) {
  const t = useTranslations("booking");
  const notSent = t("notSent");
  const startsAt = at?.toISOString() ?? null;
  const [typed, setTyped] = useState<Typed>(nothingTyped);
  const [held, setHeld] = useState<Held | null>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asked, setAsked] = useState<{ email: string; keptUntil: string } | null>(null);
  const [pending, start] = useTransition();
  // The same ones for as long as the page is open, though each reading of it brings its own.
  const [{ hold, release, ask }] = useState(actions);
  /** The time that the server keeps for this visitor, whatever is shown. */
  const kept = useRef<string | null>(null);
  /** Who presses at once waits for the answer: else their own hold would stand in their way. */
  const holding = useRef<Promise<string | null>>(Promise.resolve(null));
  useEffect(() => {
    if (!startsAt) return;
    let late = false;
    const before = kept.current;
    kept.current = null;
    holding.current = hold({ typeId, startsAt, ...(before ? { insteadOf: before } : {}) })
      .catch(() => null)
      .then((result) => {
        if (late && result?.ok) void release(result.data.id).catch(() => null);
        if (late) return null;
        // Nothing is lost where a time could not be held: sending asks for it all the same.
        if (!result) return null;
        if (result.ok) {
          kept.current = result.data.id;
          setHeld({ ...result.data, startsAt });
        }
        setRefused(refusedOf(result, notSent));
        setOver(false);
        return result.ok ? result.data.id : null;
      });
    return () => {
      late = true;
      setHeld(null);
      setRefused(null);
      setAsked(null);
    };
  }, [typeId, startsAt, hold, release, notSent]);
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => setOver(true), Math.max(0, new Date(held.heldUntil).getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [held]);
  const send = () =>
    start(async () => {
      if (!startsAt) return;
      setRefused(null);
      const mine = over ? null : await holding.current;
      const holdId = mine ? { holdId: mine } : {};
      const result = await ask({ ...typed, ...holdId, typeId, startsAt, timeZone }).catch(() => null);
      if (!result?.ok) return setRefused(refusedOf(result, notSent));
      kept.current = null;
      // It is kept for longer now, also for a second try with another address.
      holding.current = Promise.resolve(result.data.id);
      setHeld({ id: result.data.id, startsAt, heldUntil: result.data.keptUntil });
      setOver(false);
      setAsked({ email: typed.email.trim(), keptUntil: result.data.keptUntil });
    });
  /** Back to the free times: the one that was kept is given back. */
  const giveBack = () => {
    if (kept.current) void release(kept.current).catch(() => null);
  };
  return { typed, setTyped, held, over, refused, asked, again: () => setAsked(null), pending, send, giveBack };
}
