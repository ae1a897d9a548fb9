import { getTranslations } from "next-intl/server";
import { readListAddress } from "@/components/data-table/url-state";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { listFor } from "@/lib/exports/commands";
import { ownExports } from "@/lib/exports/queries";
import { AskForFile } from "./ask-for-file";

const looks = {
  waiting: { icon: "clock" },
  running: { icon: "loader", tone: "act" },
  done: { icon: "circle-check", tone: "ok" },
  failed: { icon: "circle-alert", tone: "bad" },
} as const;

export async function generateMetadata() {
  const t = await getTranslations("exports");
  return { title: t("title") };
}

/** The files of large lists; `?list=…` with the address of a list asks for one more. */
export default async function ExportsPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("exports");
  const words = await getTranslations();
  const titleOf = (name: string) =>
    [`${name}.title`, `${name.split(".")[0]}.title`].filter((key) => words.has(key)).map((key) => words(key))[0] ??
    name;
  const list = typeof search.list === "string" ? search.list : null;
  const exports = await readPage(organisation, async ({ ask, actor }) => {
    if (list) await listFor(actor, actor.organisation, list);
    return ask(ownExports, {});
  });
  const { sort, descending, q, filters } = readListAddress(search);
  // All but some: who asked for it left those out in the list.
  const except = typeof search.except === "string" ? search.except.split(",").filter(Boolean) : undefined;
  return (
    <div className="max-w-4xl">
      <PageHead title={t("title")} lede={t("lede")} />
      {list ? (
        <AskForFile
          organisation={organisation}
          list={list}
          state={{ sort, descending, q, filters, ...(except ? { except } : {}) }}
        />
      ) : null}
      <Card>
        <CardHeader>
          <CardTitle>{t("files")}</CardTitle>
        </CardHeader>
        {exports.length === 0 ? (
          <Empty icon="file-down" title={t("empty.title")}>
            {t("empty.text")}
          </Empty>
        ) : (
          <Rows>
            {exports.map(({ id, list: name, format, status, rows, problem, askedAt, fileId }) => (
              <Row key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span className="min-w-0 flex-1">
                  <b className="font-medium break-words">{titleOf(name)}</b>{" "}
                  <span className="text-sm text-muted-foreground">
                    {t(`formats.${format}`)}, {t("rows", { count: rows })}, <Moment value={askedAt} show="time" />
                  </span>
                  {problem ? <span className="block text-sm">{problem}</span> : null}
                </span>
                <Status {...looks[status as keyof typeof looks]}>{t(`status.${status}`)}</Status>
                {fileId ? (
                  <Button asChild size="small">
                    <a href={`/api/files/${organisation}/${fileId}`}>
                      <Icon name="download" size="small" />
                      {t("download")}
                    </a>
                  </Button>
                ) : null}
              </Row>
            ))}
          </Rows>
        )}
      </Card>
    </div>
  );
}
