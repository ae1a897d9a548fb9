import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftKey, readDraft, writeDraft } from "./drafts";

const day = 24 * 60 * 60 * 1000;

describe("drafts", () => {
  it("never share a place, whatever form, record and person are called", () => {
    const name = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(fc.tuple(name, name, name), fc.tuple(name, name, name), (a, b) => {
        fc.pre(a.join("\u0000") !== b.join("\u0000"));
        expect(draftKey(...a)).not.toBe(draftKey(...b));
      }),
    );
  });
  it("come back as they were typed", () => {
    const values = { title: "COO, “mid-size”", days: 3, tags: ["a"] };
    expect(readDraft(writeDraft({ values, at: 1000, version: 4 }), 2000)).toEqual({ values, at: 1000, version: 4 });
  });
  it("are gone after 30 days", () => {
    const text = writeDraft({ values: {}, at: 0 });
    expect(readDraft(text, 30 * day)).not.toBeNull();
    expect(readDraft(text, 30 * day + 1)).toBeNull();
  });
  it.each(["", "null", "{", "[2,0,null,{}]", '{"values":{}}', "[1,0,null,3]"])(
    "ignores what is not a draft: %s",
    (text) => {
      expect(readDraft(text, 0)).toBeNull();
    },
  );
});
