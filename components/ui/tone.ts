/** What a state means: fine, needs attention, broken, in motion by you, of no colour. Always beside a word and an icon. */
export type Tone = "neutral" | "plain" | "ok" | "warn" | "bad" | "act";
