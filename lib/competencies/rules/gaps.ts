import type { Requirements } from "@/lib/competencies/types";

/** What is known of a competency from one side: the executive, the consultant, those who were asked. */
export interface View {
  source: "self" | "consultant" | "raters";
  level: number;
  /** How many people stand behind it. */
  count: number;
  at: Date;
}

export interface Gap {
  key: string;
  required: number;
  importance: number;
  /** Mean over the sides, each counting once; null where nobody has rated it. */
  level: number | null;
  /** Levels that are missing; 0 where the requirement is met or nothing is known. */
  missing: number;
  /** Importance × missing level: what the order follows. */
  weight: number;
  /** What it rests on. */
  views: readonly View[];
}

/** After how many days a rating is called old. */
export const oldAfterDays = 180;

/**
 * What a role asks for against what is seen, the heaviest gap first: importance × missing level, then importance, then the order
 * of the framework. Each side counts once however many people it is, so that six colleagues do not outvote the executive.
 */
export function rankedGaps(
  requirements: Requirements,
  views: Readonly<Record<string, readonly View[]>>,
  order: readonly string[],
): Gap[] {
  const place = new Map(order.map((key, at) => [key, at]));
  return Object.entries(requirements)
    .filter(([key]) => place.has(key))
    .map(([key, { level: required, importance }]) => {
      const seen = views[key] ?? [];
      const level = levelOf(seen);
      const missing = level === null ? 0 : Math.max(0, required - level);
      return { key, required, importance, level, missing, weight: importance * missing, views: seen };
    })
    .sort(
      (left, right) =>
        right.weight - left.weight ||
        right.importance - left.importance ||
        place.get(left.key)! - place.get(right.key)!,
    );
}

/** One level from several sides, each counting once; null without any. */
export const levelOf = (views: readonly View[]): number | null =>
  views.length === 0 ? null : views.reduce((sum, view) => sum + view.level, 0) / views.length;
