import { getFormatter, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import type { suggestContacts } from "@/lib/job-search/queries/contacts";

type Suggestions = Awaited<ReturnType<(typeof suggestContacts)["run"]>>;

/** Whom to turn to next, each with the reasons in words, and the ways to reach them. */
export async function WhoNext({ organisation, suggestions }: { organisation: string; suggestions: Suggestions }) {
  const t = await getTranslations("job-search.whoNext");
  const format = await getFormatter();
  if (suggestions.length === 0)
    return (
      <Card pad>
        <p className="text-muted-foreground">{t("none")}</p>
      </Card>
    );
  return (
    <Card>
      <Rows>
        {suggestions.map(({ id, name, role, companyName, email, phone, reasons }) => (
          <Row key={id} className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <Link
                data-row-link
                href={`/${organisation}/job-search/contact/${id}`}
                className="font-semibold text-foreground no-underline"
              >
                <bdi>{name}</bdi>
              </Link>
              <p className="text-sm text-muted-foreground">{[role, companyName].filter(Boolean).join(" · ")}</p>
              <ul aria-label={t("why")} className="mt-1.5 flex flex-wrap gap-1.5">
                {reasons.map((reason) => (
                  <li key={reason.code}>
                    <Badge tone={reason.code === "promised" ? "warn" : "neutral"}>
                      {reason.code === "quiet"
                        ? t("reasons.quiet", { days: reason.days })
                        : t(`reasons.${reason.code}`, {
                            ...reason,
                            ...("days" in reason ? { count: format.number(reason.days) } : {}),
                          })}
                    </Badge>
                  </li>
                ))}
              </ul>
            </div>
            <span className="relative z-1 flex flex-none gap-1">
              {phone ? (
                <Button asChild size="icon" variant="quiet">
                  <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} aria-label={t("call", { name })}>
                    <Icon name="phone" />
                  </a>
                </Button>
              ) : null}
              {email ? (
                <Button asChild size="icon" variant="quiet">
                  <a href={`mailto:${email}`} aria-label={t("write", { name })}>
                    <Icon name="mail" />
                  </a>
                </Button>
              ) : null}
            </span>
          </Row>
        ))}
      </Rows>
      <p className="border-t border-border px-5 py-2.5 text-sm text-muted-foreground phone:px-4">{t("how")}</p>
    </Card>
  );
}
