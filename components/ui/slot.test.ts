import { describe, expect, it, vi } from "vitest";
import { mergeProps } from "./slot";

describe("props that a part gives to its child", () => {
  it("run both handlers, the child's first", () => {
    const calls: string[] = [];
    const merged = mergeProps({ onClick: () => calls.push("part") }, { onClick: () => calls.push("child") });
    (merged.onClick as () => void)();
    expect(calls).toEqual(["child", "part"]);
  });
  it("add classes and styles, and leave the rest to the child", () => {
    expect(
      mergeProps(
        { className: "a", style: { top: 1 }, id: "x", title: "t" },
        { className: "b", style: { left: 2 }, id: "y", title: undefined },
      ),
    ).toEqual({
      className: "a b",
      style: { top: 1, left: 2 },
      id: "y",
      title: "t",
    });
  });
  it("set both refs, and clear both", () => {
    const object = { current: null as unknown };
    const callback = vi.fn();
    const ref = mergeProps({ ref: object }, { ref: callback }).ref as (node: unknown) => () => void;
    const leave = ref("node");
    expect([object.current, callback.mock.calls[0]]).toEqual(["node", ["node"]]);
    leave();
    expect([object.current, callback.mock.calls[1]]).toEqual([null, [null]]);
  });
});
