import { useNow, useTimeZone } from "next-intl";

/** Today's date in the zone of the one who reads, `YYYY-MM-DD` (as Sweden writes dates). */
export function useToday(): string {
  const timeZone = useTimeZone();
  return useNow().toLocaleDateString("sv-SE", { timeZone });
}
