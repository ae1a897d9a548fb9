import { describe, expect, it, vi } from "vitest";
import { connectToasts, onFirstToast, publishToast } from "./toast-queue";

const message = (text: string) => ({ kind: "done" as const, text, duration: 1 });

describe("toasts before their layer is there", () => {
  it("wait, wake it once it can be, and come in their order", () => {
    publishToast(message("one"));
    const wake = vi.fn();
    onFirstToast(wake);
    expect(wake).toHaveBeenCalledTimes(1);
    publishToast(message("two"));
    const shown: unknown[] = [];
    const leave = connectToasts(({ text }) => shown.push(text));
    publishToast(message("three"));
    expect(shown).toEqual(["one", "two", "three"]);
    leave();
    publishToast(message("four"));
    expect(shown).toHaveLength(3);
    connectToasts(({ text }) => shown.push(text));
    expect(shown).toEqual(["one", "two", "three", "four"]);
  });
});
