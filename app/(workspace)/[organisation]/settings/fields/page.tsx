import { getTranslations } from "next-intl/server";
import { undoAction } from "../../undo-action";
import { bringBack, order, retire } from "./actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { FieldsCard } from "@/components/records/fields-card";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { fieldSettings } from "@/lib/records/queries/fields";

export async function generateMetadata() {
  return { title: (await getTranslations("records.fields"))("title") };
}

/** The fields that the organisation added to its records, kind by kind. */
async function FieldsPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("records.fields");
  const kinds = await readPage(organisation, ({ ask }) => ask(fieldSettings, {}));
  const here = `/${organisation}/settings/fields`;
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("settings"), href: `/${organisation}/settings` }, { label: t("title") }]} />
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={
          <LinkButton variant="primary" href={`${here}/new`} icon="plus">
            {t("add")}
          </LinkButton>
        }
      />
      <div className="grid max-w-4xl gap-5">
        {kinds.map(({ entity, fields }) => (
          <FieldsCard
            key={entity}
            organisation={organisation}
            entity={entity}
            fields={fields}
            actions={{ order, retire, bringBack }}
            undo={undoAction}
          />
        ))}
      </div>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/fields/page", FieldsPage);
