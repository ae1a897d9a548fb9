import "server-only";
import { z } from "zod";
import type { FigureScope } from "@/lib/reports/schemas";

/** What an address asks of figures: the period and what it is compared with, as texts, and whose programmes. What cannot be read is left out. */
export function askedScope(search: Record<string, string | string[] | undefined>): {
  period?: string;
  compare?: string;
  scope: FigureScope;
} {
  const text = (key: string) => (typeof search[key] === "string" && search[key] !== "" ? search[key] : undefined);
  const id = (key: string) => (z.uuid().safeParse(text(key)).success ? text(key) : undefined);
  const consultantId = id("consultant");
  const packageId = id("package");
  const sponsor = text("sponsor")?.slice(0, 200);
  const industry = text("industry")?.slice(0, 200);
  const period = text("period")?.slice(0, 40);
  const compare = text("compare")?.slice(0, 40);
  return {
    ...(period ? { period } : {}),
    ...(compare ? { compare } : {}),
    scope: {
      ...(consultantId ? { consultantId } : {}),
      ...(packageId ? { packageId } : {}),
      ...(sponsor ? { sponsor } : {}),
      ...(industry ? { industry } : {}),
    },
  };
}
