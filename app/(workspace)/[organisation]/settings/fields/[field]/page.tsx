import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { change } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { FieldEditor } from "@/components/records/field-editor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { fieldSettings } from "@/lib/records/queries/fields";

/** Changes a field; what that does to the values that are stored is said beside it. */
async function FieldPage({ params }: WorkspaceProps<{ field: string }>) {
  const { organisation, field: id } = await params;
  const t = await getTranslations("records");
  const kinds = await readPage(organisation, ({ ask }) => ask(fieldSettings, {}));
  const kind = kinds.find(({ fields }) => fields.some((field) => field.id === id && !field.retired));
  const field = kind?.fields.find((one) => one.id === id);
  if (!kind || !field) notFound();
  const here = `/${organisation}/settings/fields`;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("fields.settings"), href: `/${organisation}/settings` },
          { label: t("fields.title"), href: here },
          { label: field.label },
        ]}
      />
      <PageHead title={field.label} lede={t("fields.of", { records: t(`kinds.${kind.entity}`), count: field.used })} />
      <Card pad className="max-w-3xl">
        <FieldEditor
          organisation={organisation}
          entities={[kind.entity]}
          entity={kind.entity}
          known={field}
          change={change}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/fields/[field]/page", FieldPage);
