import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Fact, Facts } from "@/components/ui/rows";
import { Code } from "@/components/ui/code";
import { auditWords } from "./audit-words";
import { changeLook, type AuditChange } from "./change-look";
import { Badge } from "@/components/ui/badge";

export interface AuditEntryFacts {
  actorName: string;
  actorKind: string;
  at: Date;
  address: string | null;
  operation: string;
  entity: string;
  entityId: string;
  title: string | null;
  change: string;
  sequence: number | null;
}

/** Who, when, from where, and which record. */
export async function EntryFacts({
  entry,
  organisation,
  timeZone,
}: {
  entry: AuditEntryFacts;
  organisation: string;
  timeZone: string;
}) {
  const t = await getTranslations("audit");
  const words = await auditWords();
  const change = entry.change as AuditChange;
  const look = changeLook[change];
  return (
    <div className="grid gap-3">
      <Facts>
        <Fact label={t("columns.change")}>
          <Badge icon={look.icon} tone={look.tone}>
            {t(`changes.${change}`)}
          </Badge>
        </Fact>
        <Fact label={t("entry.who")}>
          <bdi>{entry.actorName}</bdi>
        </Fact>
        <Fact label={t("entry.kind")}>{t(`actorKinds.${entry.actorKind}`)}</Fact>
        <Fact label={t("entry.when")}>
          <Moment value={entry.at} show="time" timeZone={timeZone} />
        </Fact>
        <Fact label={t("entry.from")}>{entry.address || t("entry.fromNowhere")}</Fact>
        <Fact label={t("entry.action")}>
          <span className="block">{words.operation(entry.operation)}</span>
          <Code>{entry.operation}</Code>
        </Fact>
        <Fact label={t("columns.entity")}>{words.entity(entry.entity) ?? <Code>{entry.entity}</Code>}</Fact>
        {entry.title ? (
          <Fact label={t("entry.record")}>
            <bdi>{entry.title}</bdi>
          </Fact>
        ) : null}
        <Fact label={t("entry.number")}>
          <Code>{entry.entityId}</Code>
        </Fact>
        <Fact label={t("entry.seal")}>{entry.sequence ?? t("entry.unsealed")}</Fact>
      </Facts>
      <Link href={`/${organisation}/audit?f.record=${entry.entityId}`} className="text-sm">
        {t("entry.all")}
      </Link>
    </div>
  );
}
