import "server-only";
import { env } from "@/lib/platform/env";

/** Whether the templates can be looked at: while developing, and in a demo. */
export const templatesAreShown = (organisation: { demo: boolean }): boolean =>
  env.LANDFALL_ENV === "development" || organisation.demo;
