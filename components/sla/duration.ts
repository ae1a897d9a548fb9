/** Seconds as hours and minutes, in the words of a clock's page. */
export function durationIn(
  t: (key: "duration", values: { hours: number; minutes: number }) => string,
  seconds: number,
): string {
  const minutes = Math.floor(seconds / 60);
  return t("duration", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
