import { describe, expect, it } from "vitest";
import { calledName, partOfDay } from "./home";

describe("how one is greeted", () => {
  it("is by the first name, not by a title", () => {
    expect(calledName("Aurelio Santangelo")).toBe("Aurelio");
    expect(calledName("Dr. Maren Oyelaran")).toBe("Maren");
    expect(calledName("  Prof. Dr. Ada  Lund ")).toBe("Ada");
    expect(calledName("Cher")).toBe("Cher");
    expect(calledName("J.")).toBe("J.");
  });
  it("is by the hour of the person's own zone", () => {
    const at = new Date("2026-11-21T10:30:00Z");
    expect(partOfDay(at, "Europe/Zurich")).toBe("morning");
    expect(partOfDay(at, "Asia/Tokyo")).toBe("evening");
  });
});
