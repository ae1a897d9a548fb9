import { getFormatter, getTranslations } from "next-intl/server";
import type { NextStep } from "@/components/homes/next-steps";
import { inventories, type Inventory } from "@/lib/inventories/items";
import { civilDay } from "@/lib/platform/i18n/civil-day";

export type StepWords = (step: NextStep) => { title: string; text: string; action: string; day: string | null };

/** How steps are said: title, a sentence more, the day, and what the button does. A day that is over is told without blame. */
export async function stepWords(today: string): Promise<StepWords> {
  const t = await getTranslations("programmes.home.steps");
  const names = await getTranslations("inventories.names");
  const format = await getFormatter();
  return ({ kind, about, more = "", on }) => ({
    title: t(`${kind}.title`, { about: isInventory(about) && kind === "inventory" ? names(about) : about, more }),
    text: kind === "task" ? more : t(`${kind}.text`, { more }),
    action: t(`${kind}.action`),
    day:
      on &&
      t(on < today ? "wasFor" : "by", {
        date: civilDay(format, on, { weekday: "long", day: "numeric", month: "long" }),
      }),
  });
}

const isInventory = (word: string): word is Inventory => (inventories as readonly string[]).includes(word);
