import { getTranslations } from "next-intl/server";
import { auditWords, saidOf } from "@/components/audit/audit-words";
import { ChangedFields } from "@/components/audit/changed-fields";
import { changeLook, type AuditChange } from "@/components/audit/change-look";
import { EntryFacts } from "@/components/audit/entry-facts";
import { DataTable } from "@/components/data-table/data-table";
import { DetailLayout, DetailPanel, DetailSection } from "@/components/frame/detail-layout";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { auditEntry, auditList } from "@/lib/audit/queries";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { Refusal, notFound } from "@/lib/platform/refusal";
import { listTable } from "../list-table";
import { ErasedNotice } from "./erased-notice";

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

/** Everything that was changed in the organisation, and one change open beside it. */
async function AuditPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("audit");
  const opened = typeof search.open === "string" ? search.open : null;
  const { screen, open, timeZone } = await readPage(organisation, async (context) => {
    if (!may(context.actor, auditList.permission)) throw notFound();
    return {
      screen: await readListScreen(context, auditList, search),
      open: opened ? await context.ask(auditEntry, { id: opened }).catch(ignoreRefusal) : null,
      timeZone: context.actor.timeZone,
    };
  });
  const states = Object.fromEntries(
    (["created", "changed", "deleted"] as const satisfies readonly AuditChange[]).map((change) => [
      change,
      { label: t(`changes.${change}`), ...changeLook[change] },
    ]),
  );
  const words = await auditWords();
  const cells = (key: string) => screen.page.rows.map((row) => row.cells[key]);
  const action = open ? (words.operation(open.operation) ?? open.operation) : "";
  const here = `/${organisation}/audit`;
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t.rich("lede", {
          count: screen.page.estimate,
          exact: String(screen.page.estimateIsExact),
          b: (words) => <b>{words}</b>,
        })}
      />
      <DetailLayout
        detail={
          open ? (
            <DetailPanel name={open.title ?? action} sub={action} page={`${here}/${open.id}`} close={closing(search)}>
              <DetailSection title={t("entry.what")}>
                <ErasedNotice at={open.erasedAt} timeZone={timeZone} />
                <ChangedFields fields={open.fields} names={open.names} timeZone={timeZone} />
              </DetailSection>
              <DetailSection title={t("entry.facts")}>
                <EntryFacts entry={open} organisation={organisation} timeZone={timeZone} />
              </DetailSection>
            </DetailPanel>
          ) : null
        }
      >
        <DataTable
          caption={t("caption")}
          {...await listTable({
            ...{ organisation, definition: auditList, screen, words: t },
            columns: {
              change: { states },
              at: { width: "20%" },
              record: { width: "28%" },
              operation: { says: saidOf(cells("operation"), words.operation), showsCode: true },
              entity: { says: saidOf(cells("entity"), words.entity) },
            },
            views: [{ id: "all", name: t("views.all"), search: "" }],
          })}
          searchLabel={t("search")}
          opensBeside
          empty={
            <Empty icon="history" title={t("empty.title")}>
              {t("empty.text")}
            </Empty>
          }
        />
      </DetailLayout>
    </>
  );
}

/** What is open beside may be gone; the list is there all the same. */
function ignoreRefusal(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

/** The same list without what is open beside it. */
function closing(search: Record<string, string | string[] | undefined>): string {
  const rest = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (key !== "open" && typeof value === "string") rest.set(key, value);
  return `?${rest.toString()}`;
}

export default withMessages("(workspace)/[organisation]/audit/page", AuditPage);
