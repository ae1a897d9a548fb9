/** Colours of a mail that follow from an organisation's accent, as hex: mail clients know no oklch. */
export interface AccentColours {
  /** The button on light paper, and what stands on it. */
  solid: string;
  onSolid: string;
  /** The same in a dark client. */
  solidDark: string;
  onSolidDark: string;
}

interface Oklch {
  lightness: number;
  chroma: number;
  /** Radians. */
  hue: number;
}

/** Landfall's own sea-green, oklch(0.43 0.075 178). */
const ownHue = (178 * Math.PI) / 180;
const own: Oklch = { lightness: 0.43, chroma: 0.075, hue: ownHue };

/**
 * The colours for an accent (`#rrggbb`); Landfall's own for anything else. As on the screens only its hue and its capped
 * chroma are used, so that text stays readable for any accent.
 */
export function accentColours(accent: string | null | undefined): AccentColours {
  const { chroma, hue } = accent && /^#[0-9a-f]{6}$/i.test(accent) ? oklchOf(accent) : own;
  return {
    solid: hexOf({ lightness: 0.43, chroma: Math.min(chroma, 0.13), hue }),
    onSolid: "#fdfefb",
    solidDark: hexOf({ lightness: 0.755, chroma: Math.min(chroma, 0.1), hue }),
    onSolidDark: "#0f1b18",
  };
}

/** sRGB to OKLCH, after Björn Ottosson, “A perceptual color space for image processing” (2020). */
function oklchOf(hex: string): Oklch {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** OKLCH to hex; what lies outside of sRGB loses chroma until it fits, never lightness. */
function hexOf(colour: Oklch): string {
  for (let chroma = colour.chroma; ; chroma = Math.max(0, chroma - 0.005)) {
    const channels = linearRgbOf({ ...colour, chroma });
    if (chroma === 0 || channels.every((channel) => channel >= -0.0005 && channel <= 1.0005)) {
      const bytes = channels.map((channel) => Math.round(255 * companded(Math.min(1, Math.max(0, channel)))));
      return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
    }
  }
}

function linearRgbOf({ lightness, chroma, hue }: Oklch): number[] {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const companded = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
