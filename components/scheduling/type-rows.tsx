import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";

export interface OfferedType {
  id: string;
  name: string;
  description: string;
  lengthMinutes: number;
  placeKind: string;
  capacity: number;
  entitlement: { sessions: number; left: number };
}

/** What can be booked, with how long it takes and how many are left. */
export function TypeRows({ types, here }: { types: readonly OfferedType[]; here: string }) {
  const t = useTranslations("scheduling.book");
  return (
    <Rows>
      {types.map(({ id, name, description, lengthMinutes, placeKind, capacity, entitlement: { left, sessions } }) => (
        <Row key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="min-w-48 flex-1">
            <Link
              data-row-link
              href={`${here}?type=${id}`}
              className="block font-semibold break-words text-foreground no-underline hover:underline"
            >
              {name}
            </Link>
            <span className="block text-sm text-muted-foreground">
              {[
                t("minutes", { minutes: lengthMinutes }),
                t(`places.${placeKind as "video"}`),
                ...(capacity > 1 ? [t("groups", { capacity })] : []),
              ].join(" · ")}
            </span>
            {description ? <span className="block text-sm">{description}</span> : null}
          </span>
          <span className="text-sm text-muted-foreground">
            {left > 0 ? t("left", { left, sessions }) : t("noneLeft")}
          </span>
        </Row>
      ))}
    </Rows>
  );
}
