import type { Environment } from "@/lib/platform/env";
import type { DatabaseAddresses } from "./database";
import { installationKeys } from "./keys";
import { localAddress } from "./servers";

/** The settings that a supervisor gives its servers: what was given, and what follows from it and from where it put things. */
export function serverSettings(
  given: Readonly<Record<string, string | undefined>>,
  environment: Environment,
  data: string,
  addresses: DatabaseAddresses,
) {
  return {
    ...given,
    ...installationKeys(data, process.env),
    PORT: String(environment.PORT),
    LANDFALL_HOST: environment.LANDFALL_HOST,
    LANDFALL_URL: environment.LANDFALL_URL,
    LANDFALL_DEMO: environment.LANDFALL_DEMO ? "1" : "0",
    LANDFALL_DATA: data,
    LOG_LEVEL: environment.LOG_LEVEL,
    DATABASE_URL: addresses.appUrl,
    LANDFALL_INTERNAL_URL: localAddress({ PORT: String(environment.PORT), LANDFALL_HOST: environment.LANDFALL_HOST }),
    AUTH_TRUST_HOST: "true",
  };
}
