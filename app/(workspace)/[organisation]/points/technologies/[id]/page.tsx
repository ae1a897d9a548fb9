import { getTranslations } from "next-intl/server";
import { undoAction } from "../../../undo-action";
import { edit, remove } from "../actions";
import { DoButton } from "@/components/forms/do-button";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { TechnologyForm } from "@/components/tailoring/technologies/technology-form";
import { WhatChanges } from "@/components/tailoring/technologies/what-changes";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { oneTechnology } from "@/lib/tailoring/own-technologies/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.technologies"))("one") };
}

/** One technology of the organisation: its names to be changed, and where it is named. */
async function TechnologyPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("tailoring.technologies");
  const { technology, writes } = await readPage(organisation, async ({ actor, ask }) => ({
    technology: await ask(oneTechnology, { id }),
    writes: may(actor, "tailoring:write"),
  }));
  const { name, technologyKey, aliases, since, version, uses } = technology;
  const here = `/${organisation}/points/technologies`;
  const places = [
    { key: "points", href: `/${organisation}/points?f.technology=${encodeURIComponent(technologyKey)}` },
    { key: "requirements", href: `/${organisation}/requirements?f.skill=${encodeURIComponent(name)}` },
    { key: "candidates", href: `/${organisation}/candidates?f.skill=${encodeURIComponent(name)}` },
  ] as const;
  return (
    <>
      <PageHead
        title={name}
        lede={t(technology.builtIn ? "isKnown" : "isOwn", { name })}
        crumbs={[
          { label: t("library"), href: `/${organisation}/points` },
          { label: t("title"), href: here },
          { label: name },
        ]}
      />
      <div className="grid max-w-3xl gap-6 phone:gap-4">
        <Card pad>
          {writes ? (
            <TechnologyForm
              {...{ organisation, save: edit }}
              key={version}
              values={{ id, expectedVersion: version, name, aliases, since: since === null ? "" : String(since) }}
            />
          ) : (
            <p className="break-words">{[name, ...aliases].join(", ")}</p>
          )}
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t("named")}</CardTitle>
          </CardHeader>
          <div className="flex flex-wrap gap-2 p-5 phone:p-4">
            {places.map(({ key, href }) => (
              <LinkButton key={key} href={href} size="small">
                {t(`namedIn.${key}`, { count: uses[key] })}
              </LinkButton>
            ))}
          </div>
        </Card>
        {writes ? (
          <>
            <WhatChanges />
            <div>
              <DoButton
                {...{ organisation, act: remove, input: { id }, undo: undoAction }}
                done={t("removed", { name })}
                then={here}
                variant="quiet"
              >
                <Icon name="trash-2" />
                {t("remove")}
              </DoButton>
            </div>
          </>
        ) : null}
      </div>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/points/technologies/[id]/page", TechnologyPage);
