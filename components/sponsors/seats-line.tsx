import { useTranslations } from "next-intl";
import { Meter } from "@/components/ui/meter";
import type { Seats } from "@/lib/sponsors/rules/seats";

/** How the seats of a contract stand: a bar, and the same in words. */
export function SeatsLine({ seats }: { seats: Seats }) {
  const t = useTranslations("engagements");
  const words = t("seatsLine", { ...seats });
  return (
    <span className="grid gap-1.5">
      <Meter
        label={t("seatsTaken")}
        value={seats.bought === 0 ? 0 : seats.taken / seats.bought}
        valueText={words}
        tone={seats.left === 0 ? "warn" : "neutral"}
      />
      <span className="text-sm text-muted-foreground tabular-nums">{words}</span>
    </span>
  );
}
