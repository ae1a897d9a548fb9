"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";

/** With which other version this one is compared; the choice stands in the address. */
export function ChooseVersion({ numbers, chosen }: { numbers: readonly number[]; chosen: number }) {
  const t = useTranslations("competencies.framework");
  const router = useRouter();
  const path = usePathname();
  const [pending, start] = useTransition();
  return (
    <Field label={t("compareWith")} className="mb-3">
      <NativeSelect
        value={chosen}
        aria-busy={pending || undefined}
        onChange={(event) => {
          const { value } = event.target;
          start(() => router.replace(`${path}?against=${value}`, { scroll: false }));
        }}
      >
        {numbers.map((number) => (
          <option key={number} value={number}>
            {t("version", { number })}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
