"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { useIsAlive } from "@/components/ui/use-is-alive";
import { zoneName } from "./zones";

/** In which zone times are shown. All there are stand in the list as soon as the page is alive; the server need not send them. */
export function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const t = useTranslations("booking");
  const alive = useIsAlive();
  const zones = alive ? Intl.supportedValuesOf("timeZone") : [];
  return (
    <Field label={t("zone")}>
      <NativeSelect translate="no" value={value} onChange={({ target }) => onChange(target.value)}>
        {zones.includes(value) ? null : <option value={value}>{zoneName(value)}</option>}
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zoneName(zone)}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
