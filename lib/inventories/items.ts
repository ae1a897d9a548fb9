/** The inventories that there are. */
export const inventories = ["work-style", "values", "interests"] as const;
export type Inventory = (typeof inventories)[number];

/** A statement; `reversed` counts the other way round. Its words are in messages under `inventories.items.<inventory>.<key>`. */
export interface Item {
  key: string;
  dimension: string;
  reversed: boolean;
}

export interface InventoryForm {
  /** Rises when items change: scores are compared within one version only. */
  form: number;
  dimensions: readonly string[];
  items: readonly Item[];
}

/** Dimensions, each with how many items count straight and how many reversed; they are asked in turn, so that none stands together. */
function formOf(form: number, dimensions: readonly string[], straight: number, reversed: number): InventoryForm {
  const items = Array.from({ length: straight + reversed }, (_, at) =>
    dimensions.map((dimension) => ({
      key: `${dimension}${at + 1}`,
      dimension,
      reversed: at % 2 === 1 && at < reversed * 2,
    })),
  ).flat();
  return { form, dimensions, items };
}

/** Items are Landfall's own. Five-point answers throughout: from "not at all" to "very much". */
export const inventoryForms: Readonly<Record<Inventory, InventoryForm>> = {
  "work-style": formOf(1, ["openness", "order", "energy", "warmth", "calm"], 2, 2),
  values: formOf(
    1,
    [
      ...["influence", "freedom", "security", "income", "learning", "service"],
      ...["recognition", "belonging", "balance", "variety", "mastery", "fairness"],
    ],
    1,
    0,
  ),
  interests: formOf(1, ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"], 4, 0),
};

/** Answers by item, from 1 (not at all) to 5 (very much). */
export type ItemAnswers = Readonly<Record<string, number>>;
