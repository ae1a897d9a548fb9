import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accentColours } from "@/lib/mail/rules/accent";

/** Contrast ratio of two hex colours, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const value = parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("accent of a mail", () => {
  it("is Landfall's sea-green where an organisation has none, or something else than a colour", () => {
    expect(accentColours(null)).toEqual(accentColours("teal"));
    expect(accentColours(null).solid).toMatch(/^#0[0-9a-f]5[0-9a-f]{3}$/);
  });

  it("keeps the hue of the organisation", () => {
    const { solid } = accentColours("#c2185b");
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(solid.slice(at, at + 2), 16)) as [number, number, number];
    expect(red).toBeGreaterThan(blue);
    expect(blue).toBeGreaterThan(green);
  });

  it("stays readable for any accent, in light and dark clients", () => {
    fc.assert(
      fc.property(hex, (accent) => {
        const colours = accentColours(accent);
        expect(contrast(colours.solid, colours.onSolid)).toBeGreaterThan(4.5);
        expect(contrast(colours.solidDark, colours.onSolidDark)).toBeGreaterThan(4.5);
      }),
    );
  });
});
