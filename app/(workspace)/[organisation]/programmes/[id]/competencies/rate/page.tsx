import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { programmeOfPage } from "../../programme-of-page";
import { handIn, keep } from "../actions";
import { readOverview } from "../read-overview";
import { LevelForm } from "@/components/competencies/level-form";
import { withMessages } from "@/components/frame/with-messages";
import { calledName } from "@/components/homes/home";
import { LinkButton } from "@/components/ui/link-button";
import { ratingForm } from "@/lib/competencies/queries/forms";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";

/** Rating by the framework: oneself, or the executive of the programme. */
async function RatePage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { programme, sees } = await programmeOfPage(organisation, id);
  if (!sees.rates) notFound();
  const t = await getTranslations("competencies.rate");
  const { overview } = await readOverview(organisation, id);
  const form = await readPage(organisation, ({ ask }) => ask(ratingForm, { programmeId: id }));
  if (!form || !overview?.goesOn) notFound();
  const { side, competencies, answers, before } = form;
  const name = calledName(programme.executive.name);
  const here = `/${organisation}/programmes/${id}/competencies`;
  return (
    <>
      <h2 className="font-title text-xl">{t("title", { side, name })}</h2>
      <p className="mt-1 mb-5 max-w-[75ch] text-muted-foreground">{t("lede", { side, name })}</p>
      <LevelForm
        competencies={competencies}
        answers={answers}
        before={before?.levels}
        notes
        save={keep.bind(null, organisation, id)}
        submit={handIn.bind(null, organisation, id)}
        after={here}
        aside={
          <LinkButton variant="quiet" className="phone:h-11" href={here}>
            {t("later")}
          </LinkButton>
        }
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/competencies/rate/page", RatePage);
