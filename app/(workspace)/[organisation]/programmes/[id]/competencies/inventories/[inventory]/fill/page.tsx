import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { programmeOfPage } from "../../../../programme-of-page";
import { finish, keep } from "../../actions";
import { withMessages } from "@/components/frame/with-messages";
import { InventoryForm } from "@/components/inventories/inventory-form";
import { LinkButton } from "@/components/ui/link-button";
import { inventories, inventoryForms } from "@/lib/inventories/items";
import { inventoryAnswers } from "@/lib/inventories/queries/form";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";

/** An inventory to fill in, by the executive alone. */
async function FillPage({ params }: WorkspaceProps<{ id: string; inventory: string }>) {
  const { organisation, id, inventory: key } = await params;
  const { programme, sees } = await programmeOfPage(organisation, id);
  const inventory = inventories.find((one) => one === key);
  if (!inventory || !programme.mine || !sees.competencies) notFound();
  const t = await getTranslations("inventories");
  const answers = await readPage(organisation, ({ ask }) => ask(inventoryAnswers, { inventory }));
  const here = `/${organisation}/programmes/${id}/competencies`;
  return (
    <>
      <h2 className="font-title text-xl">{t(`names.${inventory}`)}</h2>
      <p className="mt-1 mb-3 max-w-[75ch] text-muted-foreground">{t(`fill.ledes.${inventory}`)}</p>
      <InventoryForm
        items={inventoryForms[inventory].items.map((item) => ({
          key: item.key,
          text: t(`items.${inventory}.${item.key}`),
        }))}
        scale={(["1", "2", "3", "4", "5"] as const).map((step) => t(`fill.scales.${inventory}.${step}`))}
        answers={answers}
        save={keep.bind(null, organisation, inventory)}
        finish={finish.bind(null, organisation, inventory)}
        after={`${here}/inventories/${inventory}`}
        aside={
          <LinkButton variant="quiet" className="phone:h-11" href={here}>
            {t("fill.later")}
          </LinkButton>
        }
      />
    </>
  );
}

export default withMessages(
  "(workspace)/[organisation]/programmes/[id]/competencies/inventories/[inventory]/fill/page",
  FillPage,
);
