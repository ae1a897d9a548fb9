import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isEnded,
  move,
  possibleMoves,
  programmeMoves,
  programmeStates,
  type ProgrammeState,
} from "@/lib/programmes/lifecycle";

describe("the lifecycle of a programme", () => {
  test("leads from the invitation to the landing", () => {
    const path = ["accept", "activate", "pause", "resume", "land", "complete"] as const;
    let state: ProgrammeState = "invited";
    const seen: ProgrammeState[] = [state];
    for (const step of path) {
      const result = move(state, step);
      if (!result.allowed) throw new Error(result.why);
      seen.push((state = result.to));
    }
    expect(seen).toEqual(["invited", "intake", "active", "paused", "active", "landed", "completed"]);
  });

  test("explains every refused move in a sentence that says where things stand", () => {
    for (const state of programmeStates)
      for (const by of programmeMoves) {
        const result = move(state, by);
        if (result.allowed) continue;
        expect(result.why).toMatch(/^The (executive|programme) [^:]+: .+\.$/);
      }
    expect(move("landed", "pause")).toEqual({
      allowed: false,
      why: "The executive has landed: only a running programme can be paused.",
    });
  });

  test("an ended programme goes on only by reopening, completed landings apart", () => {
    for (const state of programmeStates.filter(isEnded))
      expect(possibleMoves(state).filter((by) => by !== "complete")).toEqual(["reopen"]);
  });

  test("from any state, a programme that is not over can end", () => {
    fc.assert(
      fc.property(fc.constantFrom(...programmeStates), fc.array(fc.constantFrom(...programmeMoves)), (start, steps) => {
        let state = start;
        for (const step of steps) {
          const result = move(state, step);
          if (result.allowed) state = result.to;
        }
        expect(programmeStates).toContain(state);
        expect(isEnded(state) || possibleMoves(state).includes("withdraw")).toBe(true);
      }),
    );
  });
});
