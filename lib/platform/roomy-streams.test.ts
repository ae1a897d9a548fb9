import { PassThrough, getDefaultHighWaterMark, setDefaultHighWaterMark } from "node:stream";
import { text } from "node:stream/consumers";
import { setImmediate as turn } from "node:timers/promises";
import { Suspense, createElement, use } from "react";
import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeStreamsRoomy } from "@/lib/platform/roomy-streams";

const given = getDefaultHighWaterMark(false);

beforeEach(() => setDefaultHighWaterMark(false, 16 * 1024));
afterEach(() => setDefaultHighWaterMark(false, given));

/** Turns of the loop in which React does what it has to do. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await turn();
}

/**
 * A page that is sent as the server sends it: a frame larger than a stream usually holds, in it a part that fails while nobody has read
 * the frame yet.
 * @returns what React complained about
 */
async function complaintsOfPage(): Promise<string[]> {
  let showFrame = () => {};
  let failPart = (_error: Error) => {};
  const frame = new Promise<void>((resolve) => (showFrame = resolve));
  const part = new Promise<string>((_, reject) => (failPart = reject));
  const Frame = ({ children }: { children: ReactNode }) => {
    use(frame);
    return createElement("main", null, "word ".repeat(12_000), children);
  };
  const Part = () => use(part);
  const inner = createElement(Suspense, { fallback: "…" }, createElement("p", null, "beside ", createElement(Part)));
  const outer = createElement(Suspense, { fallback: "…" }, createElement(Frame, null, inner));
  const complaints: string[] = [];
  const stream = new PassThrough();
  const { pipe } = renderToPipeableStream(createElement("html", null, createElement("body", null, outer)), {
    onShellReady: () => pipe(stream),
    onError: (error) => void complaints.push((error as Error).message),
  });
  await settled();
  showFrame();
  await settled();
  failPart(new Error("not there"));
  await settled();
  expect(await text(stream)).toContain("</html>");
  return complaints;
}

describe("makeStreamsRoomy", () => {
  test("lets a page that is read late be sent whole when a part of it fails", async () => {
    makeStreamsRoomy();
    expect(await complaintsOfPage()).toEqual(["not there"]);
  });

  test("is needed: without room, React breaks off (when it no longer does, this and the module can go)", async () => {
    expect(await complaintsOfPage()).toEqual(["not there", expect.stringContaining("should not be flushed again")]);
  });
});
