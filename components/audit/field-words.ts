/** The name of a stored field as a person reads it: "notificationChoices" → "Notification choices". */
export function fieldWords(field: string): string {
  const words = field
    .replace(/(Encrypted|Hash|Wrapped)$/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase()
    .trim();
  return words ? words[0]!.toUpperCase() + words.slice(1) : field;
}
