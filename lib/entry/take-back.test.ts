import { expect, test, vi } from "vitest";
import { takeBack } from "@/lib/entry/take-back";

const ran = vi.hoisted(() => vi.fn());

vi.mock("@/lib/entry/action", () => ({
  action:
    ({ name }: { name: string }) =>
    async (organisation: string, input: unknown) => {
      ran(name, organisation, input);
      return { ok: true, data: null };
    },
}));
vi.mock("@/lib/entry/request", () => ({ requestFacts: async () => ({ requestId: "request-1" }) }));
vi.mock("@/lib/modules", async () => {
  const { recordsModule } = await import("@/lib/records/module");
  return { modules: [recordsModule] };
});

test("a change is taken back by the command that it named, in the same organisation", async () => {
  const result = await takeBack("north", { operation: "comments.remove", input: { id: "1" } });
  expect(result.ok).toBe(true);
  expect(ran).toHaveBeenCalledExactlyOnceWith("comments.remove", "north", { id: "1" });
});

test.each([
  [{ operation: "comments.nothing", input: {} }],
  [{ operation: "comments.list", input: {} }],
  [{ operation: "comments.remove", input: {}, more: 1 }],
  [null],
])("what is no command is not found: %o", async (undo) => {
  ran.mockClear();
  const result = await takeBack("north", undo);
  expect(result).toMatchObject({ ok: false, refusal: { code: "not_found", requestId: "request-1" } });
  expect(ran).not.toHaveBeenCalled();
});
