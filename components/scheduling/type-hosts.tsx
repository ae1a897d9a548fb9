"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";

export interface PossibleHost {
  id: string;
  name: string;
}

/** A group session that stands already, with who holds it. */
export interface StandingGroup {
  id: string;
  startsAt: Date;
  hosts: readonly PossibleHost[];
}

interface Host {
  personId: string;
  weight: number;
}

/** Who holds sessions of a kind, and how often each is taken; what stands already is told when somebody joins or leaves. */
export function TypeHosts(props: {
  organisation: string;
  possible: readonly PossibleHost[];
  standing: readonly StandingGroup[];
  timeZone: string;
}) {
  const { organisation, possible, standing, timeZone } = props;
  const t = useTranslations("session-types.form");
  const format = useFormatter();
  const { setValue, getFieldState, formState } = useFormContext();
  const [hosting, hosts] = useWatch({ name: ["hosting", "hosts"] }) as [string, Host[]];
  const problem = getFieldState("hosts", formState).error;
  const said = problem?.root?.message ?? problem?.message;
  const was = (formState.defaultValues?.["hosts"] ?? []) as Host[];
  const changed =
    was.length !== hosts.length || was.some((one) => !hosts.some(({ personId }) => personId === one.personId));
  const put = (next: Host[]) => setValue("hosts", next, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  if (hosting === "consultant") return <p className="text-sm text-muted-foreground">{t("ownConsultant")}</p>;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">{t("hosts.label")}</legend>
      <ul className="grid gap-1.5">
        {possible.map(({ id, name }) => {
          const host = hosts.find(({ personId }) => personId === id);
          return (
            <li key={id} className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1">
              <label className="flex min-w-48 flex-1 items-center gap-2.5 phone:min-h-11">
                <Checkbox
                  checked={host !== undefined}
                  onChange={({ target }) =>
                    put(
                      target.checked
                        ? [...hosts, { personId: id, weight: 1 }]
                        : hosts.filter(({ personId }) => personId !== id),
                    )
                  }
                />
                <span translate="no">{name}</span>
              </label>
              {host && hosting === "any" ? (
                <NativeSelect
                  aria-label={t("weightOf", { name })}
                  value={host.weight}
                  onChange={({ target }) =>
                    put(hosts.map((one) => (one.personId === id ? { ...one, weight: Number(target.value) } : one)))
                  }
                >
                  {[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((weight) => (
                    <option key={weight} value={weight}>
                      {t("weight", { weight })}
                    </option>
                  ))}
                </NativeSelect>
              ) : null}
            </li>
          );
        })}
      </ul>
      {said ? <FieldError>{said}</FieldError> : null}
      {changed && standing.length > 0 ? (
        <Notice icon="info">
          <b>{t("standing", { count: standing.length })}</b> {t("standingText")}
          <span className="mt-1 block">
            {standing.map(({ id, startsAt, hosts: holds }) => (
              <Link key={id} href={`/${organisation}/sessions/${id}`} target="_blank" className="me-4 inline-block">
                {format.dateTime(new Date(startsAt), {
                  ...{ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
                  timeZone,
                })}
                , <span translate="no">{holds.map(({ name }) => name).join(", ")}</span>
              </Link>
            ))}
          </span>
        </Notice>
      ) : null}
    </fieldset>
  );
}
