import { getTranslations } from "next-intl/server";
import { auditWords } from "@/components/audit/audit-words";
import { ChangedFields } from "@/components/audit/changed-fields";
import { EntryFacts } from "@/components/audit/entry-facts";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { auditEntry } from "@/lib/audit/queries";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { parseInput } from "@/lib/platform/input-refusal";
import { notFound } from "@/lib/platform/refusal";
import { ErasedNotice } from "../erased-notice";

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

/** One change, field by field. */
export default async function AuditEntryPage({ params }: WorkspaceProps<{ entry: string }>) {
  const { organisation, entry: id } = await params;
  const t = await getTranslations("audit.entry");
  const { entry, timeZone } = await readPage(organisation, async ({ ask, actor }) => {
    if (!auditEntry.input.safeParse({ id }).success) throw notFound("this entry");
    return { entry: await ask(auditEntry, parseInput(auditEntry.input, { id })), timeZone: actor.timeZone };
  });
  const action = (await auditWords()).operation(entry.operation) ?? entry.operation;
  return (
    <>
      <PageHead
        title={<bdi>{entry.title ?? action}</bdi>}
        lede={action}
        crumbs={[{ label: t("crumb"), href: `/${organisation}/audit` }, { label: action }]}
      />
      <RecordColumns
        facts={
          <Card pad>
            <h2 className="mb-3 text-base font-semibold">{t("facts")}</h2>
            <EntryFacts entry={entry} organisation={organisation} timeZone={timeZone} />
          </Card>
        }
      >
        <Card>
          <CardHeader>
            <CardTitle>{t("what")}</CardTitle>
          </CardHeader>
          <div className="p-5 phone:p-4">
            <ErasedNotice at={entry.erasedAt} timeZone={timeZone} />
            <ChangedFields fields={entry.fields} names={entry.names} timeZone={timeZone} />
          </div>
        </Card>
      </RecordColumns>
    </>
  );
}
