import type { ReactNode } from "react";
import { publishToast } from "./toast-queue";
import type { ToastKind, ToastMessage } from "./toast-queue";

export interface ToastOptions {
  action?: ToastMessage["action"];
  name?: ToastMessage["name"];
  /** How long it stays. With an action 10 s; else 6 s. It stays while the pointer or focus is on it. */
  milliseconds?: number;
}

/** Says what was done, with the way back. Problems stay until closed. */
export const toast = {
  done: (text: ReactNode, options?: ToastOptions) => publish("done", text, options),
  problem: (text: ReactNode, options?: ToastOptions) => publish("problem", text, options),
  note: (text: ReactNode, options?: ToastOptions) => publish("note", text, options),
};

function publish(kind: ToastKind, text: ReactNode, { action, name, milliseconds }: ToastOptions = {}): void {
  const usual = kind === "problem" ? Infinity : action ? 10_000 : 6_000;
  publishToast({ kind, text, action, name, duration: milliseconds ?? usual });
}
