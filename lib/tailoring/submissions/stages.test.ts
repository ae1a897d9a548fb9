import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isOpenSubmission,
  openSubmissionStages,
  possibleSubmissionStages,
  submissionStages,
  waitingStages,
  whyNoSubmissionMove,
  type SubmissionStage,
} from "./stages";

const stage = fc.constantFrom(...submissionStages);

/** Every stage that can be come to from one, by any number of moves. */
function reachable(from: SubmissionStage): Set<SubmissionStage> {
  const seen = new Set<SubmissionStage>([from]);
  for (const one of seen) for (const next of possibleSubmissionStages(one)) seen.add(next);
  return seen;
}

describe("the moves of a submission", () => {
  test("lead from a draft to every end, and from every stage back into work", () => {
    expect(reachable("draft")).toEqual(new Set(submissionStages));
    for (const from of submissionStages) expect(reachable(from)).toContain("draft");
  });

  test("never stand still, and are allowed exactly where nothing is said against them", () => {
    fc.assert(
      fc.property(stage, stage, (from, to) => {
        expect(whyNoSubmissionMove(from, to) === null).toBe(from !== to && possibleSubmissionStages(from).includes(to));
      }),
    );
  });

  test("go one open stage forward at a time, but for an interview that is skipped", () => {
    const place = (of: SubmissionStage) => (openSubmissionStages as readonly SubmissionStage[]).indexOf(of);
    fc.assert(
      fc.property(stage, stage, (from, to) => {
        fc.pre(isOpenSubmission(from) && isOpenSubmission(to) && place(to) > place(from) + 1);
        expect(whyNoSubmissionMove(from, to) === null).toBe(from === "sent" && to === "offer");
      }),
    );
  });

  test("place nobody who has no offer, and reject nobody whom the client has not seen", () => {
    for (const from of submissionStages) {
      expect(possibleSubmissionStages(from).includes("placed")).toBe(from === "offer");
      expect(possibleSubmissionStages(from).includes("rejected")).toBe(
        (waitingStages as readonly string[]).includes(from),
      );
    }
  });
});
