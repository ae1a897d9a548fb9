"use client";

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import type { DataTableProps } from "@/components/data-table/types";
import { OrganisationState, type OrganisationStanding } from "@/components/organisations/organisation-state";

/** The organisations of the installation, each with where it stands. */
export function DirectoryTable({
  standings,
  page,
}: Pick<DataTableProps, "page"> & { standings: Readonly<Record<string, OrganisationStanding>> }) {
  const t = useTranslations("organisations.operator");
  const plans = useTranslations("organisations.plan.names");
  return (
    <DataTable
      caption={t("organisations")}
      searchLabel={t("search")}
      page={page}
      defaultSort={{ column: "name", descending: false }}
      columns={[
        { key: "name", kind: "text", label: t("name"), sortable: true, second: "slug", width: "38%" },
        { key: "slug", kind: "text", label: t("slug") },
        { key: "plan", kind: "text", label: t("plan") },
        { key: "state", kind: "status", label: t("state") },
        { key: "accounts", kind: "number", label: t("accountsLabel"), sortable: true, align: "end" },
        { key: "createdAt", kind: "datetime", label: t("since"), sortable: true },
      ]}
      render={{
        plan: (value) => plans(String(value)),
        state: (_value, { id }) => (standings[id] ? <OrganisationState organisation={standings[id]} /> : null),
      }}
    />
  );
}
