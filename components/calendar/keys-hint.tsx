import { useTranslations } from "next-intl";

/** Of the one hint that a page has; the board of the calendar is described by it. */
export const keysHintId = "calendar-keys";

/** What keys do in a calendar: read once, when somebody comes to its sessions. */
export function KeysHint({ keys }: { keys: "keys" | "keysMonth" | "keysRead" }) {
  const t = useTranslations("calendar");
  return (
    <p id={keysHintId} className="mt-3 text-sm text-muted-foreground phone:hidden print:hidden">
      {t(keys)}
    </p>
  );
}
