import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedAddress, changeAddress, currentView, readListAddress, viewSearch } from "./url-state";

describe("a list in the address", () => {
  it("reads sort, words, filters and place", () => {
    expect(
      readListAddress({ sort: "-lastContact", q: "maren", "f.phase": "search,networking", after: "abc", tab: "x" }),
    ).toEqual({
      sort: "lastContact",
      descending: true,
      q: "maren",
      filters: { phase: "search,networking" },
      after: "abc",
    });
  });
  it("says nothing where the address says nothing", () => {
    expect(readListAddress({ q: "", "f.phase": "" })).toEqual({ filters: {} });
  });
  it("takes the first of a key given twice", () => {
    expect(readListAddress({ "f.phase": ["search", "intake"] }).filters).toEqual({ phase: "search" });
  });
  it("goes back to the first page when the question changes, and keeps the rest", () => {
    expect(changeAddress(new URLSearchParams("after=abc&open=7&density=compact"), { "f.phase": "search" })).toBe(
      "?density=compact&f.phase=search",
    );
    expect(changeAddress(new URLSearchParams("q=a&before=x"), { after: "y" })).toBe("?q=a&after=y");
    expect(changeAddress(new URLSearchParams("q=a"), { q: null })).toBe("?");
  });
  it("finds the view that is shown, in whatever order its parts stand", () => {
    const views = [
      { id: "all", search: "" },
      { id: "quiet", search: "sort=-lastContact&f.phase=search" },
    ];
    expect(
      currentView(new URLSearchParams("f.phase=search&sort=-lastContact&after=abc&density=compact"), views)?.id,
    ).toBe("quiet");
    expect(currentView(new URLSearchParams(""), views)?.id).toBe("all");
    expect(currentView(new URLSearchParams("q=x"), views)).toBeUndefined();
  });
  it("tells views of the same question apart by the one that is named, and by density only where a view says so", () => {
    const views = [
      { id: "mine", search: "f.phase=search" },
      { id: "hers", search: "f.phase=search" },
      { id: "close", search: "density=compact&f.phase=search" },
    ];
    expect(currentView(new URLSearchParams("f.phase=search&view=hers"), views)?.id).toBe("hers");
    expect(currentView(new URLSearchParams("f.phase=search&density=compact&view=close"), views)?.id).toBe("close");
    expect(currentView(new URLSearchParams("f.phase=search&density=compact"), views)?.id).toBe("mine");
  });
  it("opens with the usual view only where the address asks for nothing", () => {
    const usual = { id: "running", search: "f.running=yes&sort=-since" };
    expect(askedAddress(new URLSearchParams("open=7&after=x"), usual).toString()).toBe(
      "open=7&after=x&f.running=yes&sort=-since&view=running",
    );
    expect(askedAddress(new URLSearchParams("view=all"), usual).toString()).toBe("view=all");
    expect(askedAddress(new URLSearchParams("q=a"), usual).toString()).toBe("q=a");
    expect(askedAddress(new URLSearchParams("density=compact"), undefined).toString()).toBe("density=compact");
  });
  it("keeps any filter text as it was typed", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const changed = changeAddress(new URLSearchParams(), { "f.name": text });
        expect(readListAddress(new URLSearchParams(changed)).filters.name).toBe(
          new URLSearchParams(changed).get("f.name"),
        );
        expect(viewSearch(new URLSearchParams(changed))).toBe(new URLSearchParams([["f.name", text]]).toString());
      }),
    );
  });
});
