import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { endIfLeftOpen, patience, watchAnswers } from "@/lib/platform/failed-answers";

let server: Server;
let begun: Promise<ServerResponse>;

beforeAll(async () => {
  watchAnswers();
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => server.close());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  begun = new Promise((resolve) =>
    server.once("request", (_, response) => {
      response.setHeader("x-request-id", "one");
      response.write("The first half");
      resolve(response);
    }),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

/** Asks, and gives what was read when the first half has come. */
async function firstHalf(): Promise<{ answer: ServerResponse; rest: () => Promise<string> }> {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { answer: await begun, rest: () => response.text() };
}

test("an answer that failed half-way and stays open is broken off", async () => {
  const { answer, rest } = await firstHalf();
  endIfLeftOpen("one");
  expect(answer.destroyed).toBe(false);
  vi.advanceTimersByTime(patience);
  expect(answer.destroyed).toBe(true);
  await expect(rest()).rejects.toThrow("terminated");
});

test("one that has not begun says that something failed", async () => {
  server.removeAllListeners("request").once("request", (_, response) => {
    response.setHeader("x-request-id", "one");
    endIfLeftOpen("one");
    vi.advanceTimersByTime(patience);
  });
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(response.status).toBe(500);
});

test("one that goes on is left in peace", async () => {
  const { answer, rest } = await firstHalf();
  endIfLeftOpen("one");
  for (let word = 0; word < 5; word++) {
    answer.write(" and on");
    vi.advanceTimersByTime(patience);
  }
  answer.end(".");
  expect(await rest()).toBe("The first half and on and on and on and on and on.");
});

test("one in which nothing failed may be silent for as long as it likes", async () => {
  const { answer, rest } = await firstHalf();
  endIfLeftOpen("another");
  vi.advanceTimersByTime(10 * patience);
  answer.end(".");
  expect(await rest()).toBe("The first half.");
});
