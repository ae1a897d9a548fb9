import { getTranslations } from "next-intl/server";
import { planFields, type PlanContent } from "@/lib/plans/rules/content";

const lists = new Set<string>(["targetRoles", "targetCompanies"]);

/** Which roles and companies a plan goes for, and the other way; parts without words are left out. */
export async function PlanWords({ content }: { content: Pick<PlanContent, (typeof planFields)[number]> }) {
  const t = await getTranslations("plans.fields");
  const none = await getTranslations("plans");
  const said = planFields.filter((field) => content[field] !== "");
  if (said.length === 0) return <p className="text-muted-foreground">{none("noPlaces")}</p>;
  return (
    <dl className="grid gap-4">
      {said.map((field) => (
        <div key={field}>
          <dt className="text-sm text-muted-foreground">{t(field)}</dt>
          <dd className="m-0 text-md break-words">
            {lists.has(field) ? (
              <ul className="list-disc ps-5">
                {content[field]
                  .split("\n")
                  .filter((line) => line.trim())
                  .map((line, place) => (
                    <li key={place}>{line}</li>
                  ))}
              </ul>
            ) : (
              <span className="whitespace-pre-line">{content[field]}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
