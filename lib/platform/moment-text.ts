import { DateTime } from "luxon";

/** A moment by a reader's clock and language, with the zone, which it names: "Tue, 24 Nov, 10:00 (Europe/Zurich)". */
export const momentText = (at: Date, { timeZone, locale }: { timeZone: string; locale: string }): string =>
  `${DateTime.fromJSDate(at, { zone: timeZone })
    .setLocale(locale)
    .toLocaleString({
      ...{ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
    })} (${timeZone.replaceAll("_", " ")})`;
