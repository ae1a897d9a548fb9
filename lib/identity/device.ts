const browsers: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bEdgi?A?\/|\bEdge\//, "Edge"],
  [/\bOPR\/|\bOpera\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrome\/|\bCriOS\/|\bChromium\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: ReadonlyArray<readonly [RegExp, string]> = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

export interface Device {
  /** "Firefox", or null when it does not say. */
  browser: string | null;
  system: string | null;
  phone: boolean;
}

/** What a browser says of itself, as far as a person would recognise it in a list of sessions. */
export function deviceOf(userAgent: string): Device {
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  return {
    browser: named(browsers),
    system: named(systems),
    phone: /\biPhone\b|\bAndroid\b.*\bMobile\b/.test(userAgent),
  };
}
