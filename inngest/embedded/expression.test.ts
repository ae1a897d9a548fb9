import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds, keyOf, matchKey, matchKeysOf, parseCondition, parseKey, UnsupportedExpression } from "./expression";

const scope = {
  event: { name: "task.created", data: { taskId: "t1", count: 3, done: false, deep: { id: "x" } } },
  async: { name: "task.done", data: { taskId: "t1", by: "p1" } },
};

describe("conditions", () => {
  it.each([
    ["event.data.taskId == async.data.taskId", true],
    ["async.data.taskId == event.data.taskId", true],
    ["event.data.taskId != async.data.taskId", false],
    ["event.data.taskId == 't1'", true],
    ['event.data.taskId == "t2"', false],
    ["event.data.count == 3 && event.data.done == false", true],
    ["event.data.count == 3 && event.data.done == true", false],
    ["event.data.missing == null", true],
    ["event.data.deep.id == 'x'", true],
    ["event.data.deep.id.further == 'x'", false],
    ["event.data.toString == null", true],
  ])("%s is %s", (source, expected) => {
    expect(holds(parseCondition(source), scope)).toBe(expected);
  });

  it.each([
    "",
    "event.data.a",
    "event.data.a ==",
    "event.data.a > 3",
    "event.data.a == 1 || event.data.b == 2",
    "event.data.a == 1 &&",
    "event.data.a == 1 event.data.b == 2",
    "size(event.data.a) == 1",
    "event.data.list[0] == 1",
    "other.data.a == 1",
    "event == 1",
    "!(event.data.a == 1)",
  ])("refuses %j by name", (source) => {
    expect(() => parseCondition(source)).toThrow(UnsupportedExpression);
  });
});

describe("keys", () => {
  it("stand for a value of the event", () => {
    expect(keyOf(parseKey("event.data.taskId"), scope)).toBe('"t1"');
    expect(keyOf(parseKey("event.data.none"), scope)).toBe("null");
  });

  it.each(["async.data.id", "'fixed'", "event.data.a + event.data.b", "event.data.a event.data.b"])(
    "refuse %j",
    (source) => {
      expect(() => parseKey(source)).toThrow(UnsupportedExpression);
    },
  );
});

describe("the key under which a wait is found", () => {
  it("is among the keys of every event that fulfils the condition", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.integer(), fc.boolean()),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(fc.string(), fc.integer()), { maxKeys: 4 }),
        (value, further) => {
          const condition = parseCondition("event.data.id == async.data.deep.id && async.data.kind != 'x'");
          const awaited = { name: "n", data: { ...further, deep: { id: value } } };
          const key = matchKey(condition, { data: { id: value } });
          expect(key).not.toBeNull();
          expect(matchKeysOf(awaited)).toContain(key);
        },
      ),
    );
  });

  it("is none where no equality names the event that arrives", () => {
    expect(matchKey(parseCondition("event.data.id != async.data.id"), scope.event)).toBeNull();
    expect(matchKey(parseCondition("event.data.taskId == 't1'"), scope.event)).toBeNull();
  });
});
