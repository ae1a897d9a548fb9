import { getTranslations } from "next-intl/server";
import { MoreRows } from "@/components/homes/more-rows";
import { placeOf, type Waiting } from "@/components/homes/waiting";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Person } from "@/components/ui/person";
import { Row } from "@/components/ui/rows";

/** Who waits, for what and since when; each line leads to where it is answered. */
export async function WaitingList(props: { organisation: string; waiting: readonly Waiting[]; timeZone: string }) {
  const { organisation, waiting, timeZone } = props;
  const t = await getTranslations("programmes.home");
  const said = ({ kind, about, tasks = 0, evidence = 0, read }: Waiting) => {
    switch (kind) {
      case "message":
        return read ? t("waits.read", { about }) : about;
      case "sign-off":
        return t("waits.signOff", { about, more: tasks - 1, evidence });
      case "plan":
        return t("waits.plan");
      case "landing":
        return t("waits.landing", { about });
      case "first-contact":
        return t("waits.firstContact");
      case "aftercare":
        return t("waits.aftercare", { days: about });
    }
  };
  return (
    <MoreRows none={t("waitingNone")} shown={7}>
      {waiting.map((one, index) => (
        <Row key={one.key} className="flex items-center gap-4">
          <Person
            className="min-w-0 flex-1"
            name={one.name}
            href={`/${organisation}/programmes/${one.programmeId}${placeOf(one)}`}
            sub={<span className="line-clamp-1 phone:line-clamp-2">{said(one)}</span>}
          />
          <span className="flex-none text-sm text-muted-foreground phone:hidden">
            <Moment value={one.since} timeZone={timeZone} />
          </span>
          <LinkButton
            variant={index === 0 ? "tint" : "outline"}
            className="min-w-26"
            href={`/${organisation}/programmes/${one.programmeId}${placeOf(one)}`}
          >
            {t(`answers.${one.kind}`)}
          </LinkButton>
        </Row>
      ))}
    </MoreRows>
  );
}
