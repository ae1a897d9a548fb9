import { describe, expect, it } from "vitest";
import { activeHref } from "./active-href";

const items = [
  { href: "/north/home", exact: true },
  { href: "/north/programmes" },
  { href: "/north/programmes/archive" },
];

describe("which destination is current", () => {
  it("is the longest address that the path begins with", () => {
    expect(activeHref(items, "/north/programmes/archive/7")).toBe("/north/programmes/archive");
    expect(activeHref(items, "/north/programmes/7")).toBe("/north/programmes");
  });
  it("does not take a longer word for the same place", () => {
    expect(activeHref(items, "/north/programmes-old")).toBeUndefined();
  });
  it("takes addresses that belong to an item, unless another has them itself", () => {
    const own = { href: "/north/my-programme", also: ["/north/programmes"] };
    expect(activeHref([own], "/north/programmes/7/plan")).toBe("/north/my-programme");
    expect(activeHref([own, { href: "/north/programmes/archive" }], "/north/programmes/archive")).toBe(
      "/north/programmes/archive",
    );
  });
  it("takes an address with any record in its place", () => {
    const programme = { href: "/north/my-programme", also: ["/north/programmes"] };
    const messages = { href: "/north/messages", also: ["/north/programmes/*/messages"] };
    expect(activeHref([programme, messages], "/north/programmes/7/messages")).toBe("/north/messages");
    expect(activeHref([programme, messages], "/north/programmes/7/plan")).toBe("/north/my-programme");
    expect(activeHref([programme, messages], "/north/programmes/messages")).toBe("/north/my-programme");
  });
  it("takes an exact one only when it is exactly there", () => {
    expect(activeHref(items, "/north/home")).toBe("/north/home");
    expect(activeHref(items, "/north/home/x")).toBeUndefined();
  });
  it("ignores what the address says after the question mark", () => {
    expect(activeHref([{ href: "/north/programmes?view=all" }], "/north/programmes")).toBe(
      "/north/programmes?view=all",
    );
  });
});
