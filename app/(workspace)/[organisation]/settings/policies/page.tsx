import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { durationIn } from "@/components/sla/duration";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { isMetricKey } from "@/lib/sla/metric-keys";
import { allPolicies, policyChoices } from "@/lib/sla/queries/policies";

export async function generateMetadata() {
  return { title: (await getTranslations("sla.policies"))("title") };
}

/** What the firm promises, to whom and within which time. */
export default async function PoliciesPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("sla.policies");
  const names = await getTranslations("sla.metric");
  const c = await getTranslations("sla.clock");
  const { policies, choices } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "sla:write")) notFound();
    return { policies: await ask(allPolicies, {}), choices: await ask(policyChoices, {}) };
  });
  const here = `/${organisation}/settings/policies`;
  const add = (
    <LinkButton variant="primary" href={`${here}/new`} icon="plus">
      {t("add")}
    </LinkButton>
  );
  const valueName = (trait: string, value: string) =>
    choices.traits.find(({ key }) => key === trait)?.values.find((one) => one.value === value)?.label ?? t("gone");
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        crumbs={[{ label: t("settings"), href: `/${organisation}/settings` }, { label: t("title") }]}
        actions={policies.length > 0 ? add : undefined}
      />
      <Card className="max-w-4xl">
        {policies.length === 0 ? (
          <Empty icon="timer" title={t("empty.title")} action={add}>
            {t("empty.text")}
          </Empty>
        ) : (
          <Rows>
            {policies.map(({ id, name, matches, promises, withdrawnAt }) => (
              <Row
                key={id}
                className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] gap-x-6 gap-y-1 phone:grid-cols-1"
              >
                <div>
                  <Link
                    data-row-link
                    translate="no"
                    href={`${here}/${id}`}
                    className="font-semibold break-words text-foreground no-underline hover:underline"
                  >
                    {name}
                  </Link>
                  <p className="text-sm text-muted-foreground">
                    {Object.keys(matches).length === 0 ? (
                      t("ofAll")
                    ) : (
                      <span translate="no">
                        {Object.entries(matches)
                          .flatMap(([trait, values]) => values.map((value) => valueName(trait, value)))
                          .join(", ")}
                      </span>
                    )}
                  </p>
                </div>
                <ul className="text-sm">
                  {promises.map(({ metric, minutes, time }) => (
                    <li key={metric}>
                      {isMetricKey(metric) ? names(metric) : metric}:{" "}
                      <span className="text-muted-foreground">
                        {c(time === "business" ? "work" : "wall", { text: durationIn(c, minutes * 60) })}
                      </span>
                    </li>
                  ))}
                </ul>
                <p>{withdrawnAt ? <Badge icon="archive">{t("withdrawn")}</Badge> : null}</p>
              </Row>
            ))}
          </Rows>
        )}
      </Card>
    </>
  );
}
