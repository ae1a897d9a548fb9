import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { Moment } from "@/components/ui/moment";

/** By when the executive hears from somebody of the firm. */
export async function PromiseLine({ promise, timeZone }: { promise: { by: Date; name: string }; timeZone: string }) {
  const t = await getTranslations("programmes.promise");
  return (
    <p className="flex items-start gap-2 text-sm text-muted-foreground">
      <Icon name="timer" size="small" className="mt-[3px] flex-none" />
      <span>
        {t.rich("hear", {
          name: () => <span translate="no">{promise.name}</span>,
          moment: () => <Moment value={promise.by} show="weekday" timeZone={timeZone} />,
        })}
      </span>
    </p>
  );
}
