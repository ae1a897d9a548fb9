import type { ReactNode } from "react";

export type ToastKind = "done" | "problem" | "note";

export interface ToastMessage {
  kind: ToastKind;
  text: ReactNode;
  /** The one thing to do about it, "Undo" most of the time. */
  action?: { label: string; run: () => unknown };
  /** The newest with a name takes the place of the one before it, whose way back no longer holds. */
  name?: string;
  /** How long it stays, in milliseconds; Infinity until closed. */
  duration: number;
}

/* Between who has something to say and the layer that shows it, whose code arrives with the first message. */
const waiting: ToastMessage[] = [];
let show: ((message: ToastMessage) => void) | undefined;
let wake: (() => void) | undefined;

export function publishToast(message: ToastMessage): void {
  if (show) return show(message);
  waiting.push(message);
  wake?.();
}

/** Calls back with the first message, or at once when there is one. */
export function onFirstToast(callback: () => void): () => void {
  wake = callback;
  if (waiting.length > 0) callback();
  return () => {
    if (wake === callback) wake = undefined;
  };
}

/** The layer takes what waited, and everything from now on. */
export function connectToasts(listener: (message: ToastMessage) => void): () => void {
  show = listener;
  for (const message of waiting.splice(0)) listener(message);
  return () => {
    if (show === listener) show = undefined;
  };
}
