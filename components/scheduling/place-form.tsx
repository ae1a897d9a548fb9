"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { Undo } from "@/components/forms/run-undo";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/platform/result";

const kinds = ["video", "phone", "place"] as const;

interface Place {
  placeKind: (typeof kinds)[number];
  place: string;
}

export interface PlaceFormProps {
  organisation: string;
  session: { id: string; version: number } & Place;
  changePlace: (
    organisation: string,
    input: { id: string; expectedVersion: number } & Place,
  ) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** Another link, number or address for one session. */
export function PlaceForm({ organisation, session, changePlace, undo }: PlaceFormProps) {
  const t = useTranslations("calendar.session");
  const words = useTranslations("scheduling.book");
  const { id, version, placeKind, place } = session;
  return (
    <ActionForm
      key={version}
      schema={() => import("@/lib/scheduling/place-schema").then((module) => module.PlaceFields)}
      defaultValues={{ placeKind, place }}
      action={(given) => changePlace(organisation, { id, expectedVersion: version, ...given })}
      onUndo={(undone) => undo(organisation, undone)}
      submit={t("place.save")}
      done={t("place.saved")}
      labels={{ placeKind: t("place.kind"), place: t("place.where") }}
      quiet
    >
      <FormField name="placeKind" label={t("place.kind")}>
        <NativeSelect>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words(`places.${kind}`)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <FormField name="place" label={t("place.where")} hint={t("place.hint")}>
        <Input autoComplete="off" />
      </FormField>
    </ActionForm>
  );
}
