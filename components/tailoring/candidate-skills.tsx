import { getTranslations } from "next-intl/server";
import { Tag } from "@/components/ui/tag";

interface Skill {
  name: string;
  /** `YYYY-MM`, "9999-12" for now, "" where it is not said. */
  lastUsed: string;
  months: number;
}

/** What a resume names: used now, used before (with the year), named without a time. */
export async function CandidateSkills({ skills }: { skills: readonly Skill[] }) {
  const t = await getTranslations("tailoring.candidates");
  const groups = {
    now: skills.filter(({ lastUsed }) => lastUsed === "9999-12"),
    before: skills.filter(({ lastUsed }) => lastUsed !== "" && lastUsed !== "9999-12"),
    named: skills.filter(({ lastUsed }) => lastUsed === ""),
  };
  const said = ({ lastUsed, months }: Skill) => {
    const years = Math.floor(months / 12);
    const time = years > 0 ? t("years", { years }) : "";
    return [lastUsed && lastUsed !== "9999-12" ? t("until", { year: lastUsed.slice(0, 4) }) : "", time]
      .filter(Boolean)
      .join(", ");
  };
  return (
    <dl className="grid gap-4 px-5 py-4 phone:px-4">
      {(["now", "before", "named"] as const)
        .filter((group) => groups[group].length > 0)
        .map((group) => (
          <div key={group}>
            <dt className="mb-1.5 text-sm text-muted-foreground">{t(`used.${group}`)}</dt>
            <dd>
              <ul className="flex flex-wrap gap-x-3 gap-y-2">
                {groups[group].map((skill) => (
                  <li key={skill.name} className="flex items-center gap-1.5">
                    <Tag hit={group === "now"}>{skill.name}</Tag>
                    {said(skill) ? <span className="text-xs text-muted-foreground">{said(skill)}</span> : null}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
    </dl>
  );
}
