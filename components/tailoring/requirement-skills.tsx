import { getTranslations } from "next-intl/server";
import { Row, Rows } from "@/components/ui/rows";
import { Tag } from "@/components/ui/tag";

interface Skill {
  name: string;
  need: "must" | "nice";
  years: number | null;
  evidence: string;
}

/** What a requirement asks for: what is needed first, each with the words that say so. */
export async function RequirementSkills({ skills }: { skills: readonly Skill[] }) {
  const t = await getTranslations("tailoring.requirements");
  const sorted = [...skills].sort((one, other) => Number(one.need === "nice") - Number(other.need === "nice"));
  return (
    <Rows>
      {sorted.map(({ name, need, years, evidence }) => (
        <Row key={name} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Tag hit={need === "must"}>{name}</Tag>
          <span className="text-sm">
            {t(need)}
            {years === null ? null : <span className="text-muted-foreground">{t("yearsOf", { years })}</span>}
          </span>
          {evidence ? (
            <span className="min-w-0 basis-full text-sm break-words text-muted-foreground">
              {t("evidence", { words: evidence })}
            </span>
          ) : null}
        </Row>
      ))}
    </Rows>
  );
}
