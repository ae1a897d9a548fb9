"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { RoleChoice, type RoleOption } from "./role-choice";
import { WorkFields } from "./work-fields";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import type { ActionResult } from "@/lib/platform/result";

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<{ personId: string }>>;

interface Shared {
  organisation: string;
  /** The page that one came from. */
  back: string;
}

interface Facts {
  name: string;
  email: string;
  phone: string;
  headline: string;
  location: string;
}

type EditedPerson = Facts & {
  personId: string;
  expectedVersion: number;
  languages?: string[] | undefined;
  industries?: string[] | undefined;
};

const listed = (value: unknown) => (Array.isArray(value) ? value.join(", ") : "");

/** Adds somebody who is only known: a contact, without access. */
export function AddPerson({ organisation, back, add }: Shared & { add: Act<Facts> }) {
  const t = useTranslations("people");
  const router = useRouter();
  return (
    <ActionForm
      schema={() => import("@/lib/people/form-schemas").then((module) => module.AddPersonForm)}
      defaultValues={{ name: "", email: "", phone: "", headline: "", location: "" }}
      action={(values) => add(organisation, values)}
      submit={t("add.submit")}
      done={t("add.done")}
      onDone={({ personId }) => router.push(`${back}/${personId}`)}
      draft={{ form: "add-person", record: organisation }}
      labels={useFactLabels()}
      cancel={<Cancel href={back} />}
    >
      <FactFields />
    </ActionForm>
  );
}

/** What the organisation knows of a person. */
export function EditPerson({
  organisation,
  back,
  person,
  fixedAddress,
  work,
  update,
}: Shared & {
  person: EditedPerson;
  /** For who looks after programmes: what they may choose from. */
  work: ComponentProps<typeof WorkFields> | null;
  /** The address is the person's own to change. */
  fixedAddress: boolean;
  update: Act<EditedPerson>;
}) {
  const t = useTranslations("people");
  const facts = useFactLabels();
  const router = useRouter();
  return (
    <ActionForm
      schema={() => import("@/lib/people/form-schemas").then((module) => module.EditPersonForm)}
      defaultValues={person}
      action={(values) => update(organisation, values)}
      submit={t("edit.submit")}
      done={t("edit.done")}
      onDone={() => router.push(back)}
      draft={{ form: "edit-person", record: person.personId }}
      labels={work ? { ...facts, languages: t("work.languages"), industries: t("work.industries") } : facts}
      inWords={{ languages: listed, industries: listed }}
      cancel={<Cancel href={back} />}
    >
      <FactFields fixedAddress={fixedAddress} />
      {work ? <WorkFields {...work} /> : null}
    </ActionForm>
  );
}

/** Invites somebody by mail, with the roles they will hold. */
export function InvitePerson({
  organisation,
  back,
  roles,
  invite,
}: Shared & {
  roles: readonly RoleOption[];
  invite: Act<{ name: string; email: string; roleKeys: string[]; phone: string; headline: string }>;
}) {
  const t = useTranslations("people");
  const router = useRouter();
  return (
    <ActionForm
      schema={() => import("@/lib/people/form-schemas").then((module) => module.InviteForm)}
      defaultValues={{ name: "", email: "", roleKeys: [], phone: "", headline: "" }}
      action={(values) => invite(organisation, values)}
      submit={
        <>
          <Icon name="send" />
          {t("invite.submit")}
        </>
      }
      done={t("invite.done")}
      onDone={({ personId }) => router.push(`${back}/${personId}`)}
      draft={{ form: "invite-person", record: organisation }}
      labels={{ ...useFactLabels(), roleKeys: t("roleChoice.legend") }}
      cancel={<Cancel href={back} />}
    >
      <FormGrid>
        <FormField name="name" label={t("fields.name")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="email" label={t("fields.email")} hint={t("invite.emailHint")}>
          <Input type="email" inputMode="email" autoComplete="off" />
        </FormField>
        <FormField name="headline" label={t("fields.headline")} optional={t("optional")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="phone" label={t("fields.phone")} optional={t("optional")}>
          <Input type="tel" inputMode="tel" autoComplete="off" />
        </FormField>
      </FormGrid>
      <RoleChoice roles={roles} />
    </ActionForm>
  );
}

/** Changes which roles somebody holds, or invites who is only known so far. */
export function PersonRoles({
  organisation,
  back,
  roles,
  person,
  change,
  inviteKnown,
}: Shared & {
  roles: readonly RoleOption[];
  person: { personId: string; expectedVersion: number; roleKeys: string[]; known: boolean };
  change: Act<{ personId: string; roleKeys: string[]; expectedVersion: number }>;
  inviteKnown: Act<{ personId: string; roleKeys: string[] }>;
}) {
  const t = useTranslations("people");
  const router = useRouter();
  const { personId, expectedVersion, roleKeys, known } = person;
  const shared = { onDone: () => router.push(back), cancel: <Cancel href={back} /> };
  if (known)
    return (
      <ActionForm
        schema={() => import("@/lib/people/form-schemas").then((module) => module.InviteKnownForm)}
        defaultValues={{ personId, roleKeys: [] }}
        action={(values) => inviteKnown(organisation, values)}
        submit={t("invite.submit")}
        done={t("invite.done")}
        {...shared}
      >
        <RoleChoice roles={roles} />
      </ActionForm>
    );
  return (
    <ActionForm
      schema={() => import("@/lib/people/form-schemas").then((module) => module.RolesForm)}
      defaultValues={{ personId, roleKeys, expectedVersion }}
      action={(values) => change(organisation, values)}
      submit={t("access.submit")}
      done={t("access.done")}
      {...shared}
    >
      <RoleChoice roles={roles} />
    </ActionForm>
  );
}

function useFactLabels() {
  const t = useTranslations("people.fields");
  return {
    name: t("name"),
    email: t("email"),
    phone: t("phone"),
    headline: t("headline"),
    location: t("location"),
  };
}

function FactFields({ fixedAddress = false }: { fixedAddress?: boolean }) {
  const t = useTranslations("people");
  return (
    <FormGrid>
      <FormField name="name" label={t("fields.name")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField
        name="email"
        label={t("fields.email")}
        optional={fixedAddress ? undefined : t("optional")}
        hint={fixedAddress ? t("edit.fixedAddress") : undefined}
      >
        <Input type="email" inputMode="email" autoComplete="off" readOnly={fixedAddress} />
      </FormField>
      <FormField name="headline" label={t("fields.headline")} optional={t("optional")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="location" label={t("fields.location")} optional={t("optional")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="phone" label={t("fields.phone")} optional={t("optional")}>
        <Input type="tel" inputMode="tel" autoComplete="off" />
      </FormField>
    </FormGrid>
  );
}

function Cancel({ href }: { href: string }) {
  const t = useTranslations("people");
  return (
    <LinkButton variant="quiet" href={href}>
      {t("cancel")}
    </LinkButton>
  );
}
