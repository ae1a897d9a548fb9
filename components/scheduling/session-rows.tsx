import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { sessionLook, type ShownState } from "./session-look";

export interface ShownSession {
  id: string;
  title: string;
  startsAt: Date;
  state: string;
  counted: boolean;
  hosts: { name: string }[];
}

/** Sessions in their order: when, what, with whom, and where each stands. */
export function SessionRows({
  sessions,
  here,
  timeZone,
}: {
  sessions: readonly ShownSession[];
  /** The address below which each has its page. */
  here: string;
  timeZone: string;
}) {
  const t = useTranslations("scheduling");
  return (
    <Rows>
      {sessions.map(({ id, title, startsAt, state, counted, hosts }) => {
        const look = sessionLook[state as ShownState];
        return (
          <Row key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="min-w-48 flex-1">
              <Link
                data-row-link
                href={`${here}/${id}`}
                className="block font-semibold break-words text-foreground no-underline hover:underline"
              >
                {title}
              </Link>
              <span className="block text-sm text-muted-foreground">
                <Moment value={startsAt} show="time" timeZone={timeZone} />
                {hosts.length > 0 ? (
                  <span translate="no"> · {t("list.with", { names: hosts.map(({ name }) => name).join(", ") })}</span>
                ) : null}
              </span>
            </span>
            <Status icon={look.icon} tone={look.tone}>
              {t(counted && state === "cancelled" ? "states.counted" : `states.${state as ShownState}`)}
            </Status>
          </Row>
        );
      })}
    </Rows>
  );
}
