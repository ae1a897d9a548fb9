import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SectionHead } from "@/components/frame/section-head";
import { MoreRows } from "@/components/homes/more-rows";
import { Link } from "@/components/ui/link";
import { Person } from "@/components/ui/person";
import { Row } from "@/components/ui/rows";

export interface AsideRow {
  key: string;
  name: string;
  sub: string;
  href: string;
  status: ReactNode;
  note?: string | undefined;
}

/** A section of a home: people in short rows, each with what is to be known of them. Without a sentence for nobody, it is left out then. */
export function AsideSection(props: {
  title: string;
  rows: readonly AsideRow[];
  /** How many are shown before one opens the rest. */
  shown: number;
  /** Said where there is nobody. */
  none?: string;
  /** The list with all of them. */
  all?: string;
}) {
  const { title, rows, shown, none, all } = props;
  const t = useTranslations("programmes.home");
  if (rows.length === 0 && !none) return null;
  return (
    <section>
      <SectionHead
        title={title}
        count={rows.length}
        more={all && rows.length > 0 ? <Link href={all}>{t("quietAll")}</Link> : undefined}
      />
      <MoreRows none={none ?? ""} shown={shown}>
        {rows.map(({ key, name, sub, href, status, note }) => (
          <Row key={key} className="flex items-start gap-3">
            <Person avatar={false} className="min-w-0 flex-1 items-start" name={name} href={href} sub={sub} />
            <span className="grid flex-none justify-items-end">
              {status}
              {note ? <span className="text-xs text-muted-foreground">{note}</span> : null}
            </span>
          </Row>
        ))}
      </MoreRows>
    </section>
  );
}
