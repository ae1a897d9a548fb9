"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import type { Device } from "@/lib/identity/device";
import type { ActionResult } from "@/lib/platform/result";

export interface SessionItem {
  id: string;
  device: Device;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** The browsers in which one is signed in, each with the way out. */
export function SessionsCard({
  sessions,
  current,
  limits,
  timeZone,
  endOne,
  endOthers,
}: {
  sessions: readonly SessionItem[];
  current: string;
  limits: { idleHours: number; days: number };
  timeZone: string;
  endOne: (sessionId: string) => Promise<ActionResult<unknown>>;
  endOthers: () => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("people.profile");
  return (
    <Card id="sessions">
      <CardHeader>
        <CardTitle>{t("sessions")}</CardTitle>
        {sessions.length > 1 ? (
          <ActionButton
            size="small"
            className="ms-auto"
            action={endOthers}
            done={t("othersEnded", { count: sessions.length - 1 })}
          >
            {t("endOthers")}
          </ActionButton>
        ) : null}
      </CardHeader>
      <Rows>
        {sessions.map((session) => (
          <Row key={session.id} className="flex items-start gap-3">
            <Icon name={session.device.phone ? "smartphone" : "laptop"} className="mt-0.5 text-muted-foreground" />
            <span className="min-w-0 flex-1">
              <b className="block">
                {session.device.browser && session.device.system
                  ? t("device", { browser: session.device.browser, system: session.device.system })
                  : (session.device.browser ?? session.device.system ?? t("unknownDevice"))}
                {session.id === current ? (
                  <span className="font-normal text-muted-foreground"> · {t("thisBrowser")}</span>
                ) : null}
              </b>
              <span className="block text-sm text-muted-foreground">
                {t.rich("lastSeen", {
                  moment: () => <Moment value={session.lastSeenAt} timeZone={timeZone} />,
                })}
                {" · "}
                {t.rich("since", {
                  moment: () => <Moment value={session.createdAt} show="day" timeZone={timeZone} />,
                })}
                {session.address ? ` · ${t("from", { address: session.address })}` : null}
              </span>
            </span>
            {session.id === current ? null : (
              <ActionButton size="small" action={() => endOne(session.id)} done={t("ended")}>
                {t("end")}
              </ActionButton>
            )}
          </Row>
        ))}
      </Rows>
      <p className="border-t border-border px-5 py-2.5 text-sm text-muted-foreground phone:px-4">
        {t("sessionsLede", { count: sessions.length, hours: limits.idleHours, days: limits.days })}
      </p>
    </Card>
  );
}
