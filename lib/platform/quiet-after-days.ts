/** After how many days without contact somebody counts as not heard of, where an organisation says nothing else. */
const usualQuietAfterDays = 14;

/** After how many days without contact somebody counts as not heard of, as the organisation's settings say. */
export function quietAfterDaysOf({ settings }: { settings: Readonly<Record<string, unknown>> }): number {
  const chosen = settings["quietAfterDays"];
  return typeof chosen === "number" && Number.isInteger(chosen) && chosen > 0 ? chosen : usualQuietAfterDays;
}
