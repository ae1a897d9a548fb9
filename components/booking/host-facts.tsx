import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Icon, type IconName } from "@/components/ui/icon";

const placeIcons: Readonly<Record<string, IconName>> = { video: "video", phone: "phone", place: "map-pin" };

/** With whom one books: the name is what the eye meets first. */
export function HostHead({ name, headline, title }: { name: string; headline: string; title: ReactNode }) {
  return (
    <div className="flex items-start gap-4 phone:gap-3">
      <Avatar name={name} size="large" />
      <div className="min-w-0">
        <h1 className="font-serif text-3xl leading-tight font-normal break-words phone:text-2xl">{title}</h1>
        {headline ? (
          <p translate="no" className="mt-1 text-muted-foreground">
            {headline}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** How long it takes, and where it is held. */
export function TypeFacts({ minutes, placeKind }: { minutes: number; placeKind: string }) {
  const t = useTranslations("booking");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted-foreground">
      <li className="flex items-center gap-1.5">
        <Icon name="clock" size="small" />
        {t("minutes", { count: minutes })}
      </li>
      <li className="flex items-center gap-1.5">
        <Icon name={placeIcons[placeKind] ?? "video"} size="small" />
        {t(`places.${placeKind as "video"}`)}
      </li>
    </ul>
  );
}
