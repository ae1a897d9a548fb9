import { expect, it } from "vitest";
import { MESSAGES, UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { Refusal } from "@/lib/platform/refusal";
import { refusalResult } from "./refusal-result";

it("tells a refusal and a file that cannot be taken as they are, and a fault by its id alone", () => {
  const taken = new Refusal("conflict", "Somebody else was faster.", "name");
  expect(refusalResult(taken, "request-1")).toMatchObject({ code: "conflict", message: "Somebody else was faster." });
  expect(refusalResult(new UnreadableFile("macros"), "request-1")).toEqual({
    ...{ code: "invalid", message: MESSAGES.macros, requestId: "request-1" },
  });
  const fault = refusalResult(new Error("password in here"), "request-1");
  expect(fault).toMatchObject({ code: "fault", requestId: "request-1" });
  expect(JSON.stringify(fault)).not.toContain("password");
});
