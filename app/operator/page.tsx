import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { OrganisationState } from "@/components/organisations/organisation-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Row, Rows } from "@/components/ui/rows";
import { operatorActor } from "@/lib/identity/installation-actor";
import { directory } from "@/lib/organisations/commands/operator";
import { executeInstallation } from "@/lib/platform/execute-installation";

/** All organisations of the installation. */
export default async function OperatorPage() {
  const t = await getTranslations("organisations.operator");
  const plans = await getTranslations("organisations.plan.names");
  const rows = await executeInstallation(directory, await operatorActor(), {});
  return (
    <>
      <PageHead
        title={t("organisations")}
        lede={t.rich("lede", { count: rows.length, b: (words) => <b>{words}</b> })}
        actions={
          <Button asChild variant="primary">
            <Link href="/operator/new">
              <Icon name="plus" />
              {t("create")}
            </Link>
          </Button>
        }
      />
      <Card>
        <Rows>
          {rows.map((organisation) => (
            <Row
              key={organisation.id}
              className="grid grid-cols-[minmax(0,1.6fr)_110px_130px_minmax(0,1fr)] items-center gap-4 phone:grid-cols-[minmax(0,1fr)_auto]"
            >
              <span className="min-w-0">
                <Link
                  href={`/operator/${organisation.id}`}
                  data-row-link
                  className="block font-semibold break-words text-foreground no-underline hover:text-foreground"
                >
                  <bdi>{organisation.name}</bdi>
                </Link>
                <span className="block text-sm text-muted-foreground">/{organisation.slug}</span>
              </span>
              <span>{plans(organisation.plan)}</span>
              <span className="text-sm text-muted-foreground tabular-nums phone:hidden">
                {t("accounts", { count: organisation.accounts })}
              </span>
              <OrganisationState organisation={organisation} />
            </Row>
          ))}
        </Rows>
      </Card>
    </>
  );
}
