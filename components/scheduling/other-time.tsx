import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** For who looks after the programme: a time that is not among the free ones. It is asked for by the address, like those. */
export function OtherTime({ action, hidden }: { action: string; hidden: Readonly<Record<string, string>> }) {
  const t = useTranslations("scheduling.book");
  return (
    <Card pad>
      <h2 className="text-base font-semibold">{t("ask")}</h2>
      <p className="mb-3 text-sm text-muted-foreground">{t("askHint")}</p>
      <form action={action} className="flex flex-wrap items-end gap-3">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field label={t("day")}>
          <Input type="date" name="day" required />
        </Field>
        <Field label={t("time")}>
          <Input type="time" name="time" required />
        </Field>
        <Button type="submit">{t("check")}</Button>
      </form>
    </Card>
  );
}
