import { getTranslations } from "next-intl/server";
import { preload } from "react-dom";
import { undoAction } from "../../../undo-action";
import * as actions from "./actions";
import { withMessages } from "@/components/frame/with-messages";
import { BeginTailoring } from "@/components/tailoring/plan/begin-tailoring";
import { TailorBench } from "@/components/tailoring/plan/tailor-bench";
import { previewAddress, shownFirst } from "@/components/tailoring/preview/preview-address";
import { converterSetUp } from "@/lib/documents/convert/converter-set-up";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { technologyNames } from "@/lib/tailoring/own-technologies/queries";
import { tailoringView } from "@/lib/tailoring/tailored/queries";
import { tailoringInWords } from "@/lib/tailoring/tailored/tailoring-in-words";

export async function generateMetadata() {
  return { title: (await getTranslations("tailor"))("title") };
}

/** The resume of a submission and what goes into it for the requirement: the plan, the document with it, and what was made so far. */
async function TailorPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const say = await getTranslations();
  const { view, writes, timeZone, technologies } = await readPage(organisation, async (context) => ({
    view: tailoringInWords(say, await context.ask(tailoringView, { submissionId: id })),
    writes: may(context.actor, "tailoring:write"),
    timeZone: context.actor.timeZone,
    technologies: await context.ask(technologyNames, {}),
  }));
  if ("none" in view) return <BeginTailoring {...{ organisation, view, writes }} begin={actions.begin} />;
  // The document is asked for with the page, not once its scripts are there.
  preload(previewAddress(organisation, view, shownFirst(view)), { as: "fetch", crossOrigin: "anonymous" });
  const { change, take, apply, restore, pdf, mark, forget, choices } = actions;
  return (
    <TailorBench
      {...{ organisation, view, writes, timeZone, technologies }}
      key={view.resume.id}
      {...(writes ? { send: `/${organisation}/submissions/send?ids=${id}` } : {})}
      compare={`/${organisation}/submissions/${id}/tailor/compare`}
      makesPdf={view.resume.format === "pdf" || converterSetUp() !== null}
      actions={{
        change,
        undo: undoAction,
        takeResume: take,
        apply,
        restore,
        askPdf: pdf,
        markRoles: mark,
        forgetRoles: forget,
        choices,
      }}
    />
  );
}

export default withMessages("(workspace)/[organisation]/submissions/[id]/tailor/page", TailorPage);
