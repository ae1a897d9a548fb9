import { getFormatter, getTranslations } from "next-intl/server";
import { undoAction } from "../../undo-action";
import { edit, reinstate, retire } from "../actions";
import { DoButton } from "@/components/forms/do-button";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { PointForm } from "@/components/tailoring/point-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { onePoint } from "@/lib/tailoring/library/queries";
import { teamChoices } from "@/lib/tailoring/requirements/queries";

/** One point of the library: how often it was used, and its words to be changed. */
async function PointPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("tailoring.points");
  const format = await getFormatter();
  const { point, teams, writes, timeZone } = await readPage(organisation, async ({ actor, ask }) => ({
    point: await ask(onePoint, { id }),
    teams: await ask(teamChoices, {}),
    writes: may(actor, "tailoring:write"),
    timeZone: actor.timeZone,
  }));
  const { technology, text, tags, teamId, version, retiredAt, lastUsedAt } = point;
  const last = lastUsedAt
    ? t("lastUsed", { date: format.dateTime(lastUsedAt, { dateStyle: "medium", timeZone }) })
    : undefined;
  return (
    <>
      <PageHead
        title={technology}
        lede={[t("used", { count: point.useCount }), last].filter(Boolean).join(" ")}
        crumbs={[{ label: t("title"), href: `/${organisation}/points` }, { label: t("edit") }]}
        actions={retiredAt ? <Badge icon="archive">{t("isRetired")}</Badge> : undefined}
      />
      <Card pad className="max-w-3xl">
        {writes ? (
          <PointForm
            {...{ organisation, teams, edit }}
            values={{ id, expectedVersion: version, technology, text, tags, teamId: teamId ?? "" }}
          />
        ) : (
          <p className="break-words">{text}</p>
        )}
      </Card>
      {writes ? (
        <div className="mt-4">
          <DoButton
            {...{ organisation, act: retiredAt ? reinstate : retire, input: { id }, undo: undoAction }}
            done={t(retiredAt ? "reinstated" : "retired")}
            variant="quiet"
          >
            {t(retiredAt ? "reinstate" : "retire")}
          </DoButton>
        </div>
      ) : null}
    </>
  );
}

export default withMessages("(workspace)/[organisation]/points/[id]/page", PointPage);
