import { getTranslations } from "next-intl/server";
import { define } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { FieldEditor } from "@/components/records/field-editor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { fieldSettings } from "@/lib/records/queries/fields";

export async function generateMetadata() {
  return { title: (await getTranslations("records.fields"))("add") };
}

/** Adds a field to a kind of record; `?of=` says to which. */
async function NewFieldPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const { of } = await searchParams;
  const t = await getTranslations("records.fields");
  const kinds = await readPage(organisation, ({ ask }) => ask(fieldSettings, {}));
  const entities = kinds.map(({ entity }) => entity);
  const here = `/${organisation}/settings/fields`;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("settings"), href: `/${organisation}/settings` },
          { label: t("title"), href: here },
          { label: t("add") },
        ]}
      />
      <PageHead title={t("add")} lede={t("addLede")} />
      <Card pad className="max-w-3xl">
        <FieldEditor
          organisation={organisation}
          entities={entities}
          entity={entities.find((entity) => entity === of) ?? entities[0] ?? ""}
          define={define}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/fields/new/page", NewFieldPage);
