import "server-only";
import type { PolicyFormProps } from "@/components/sla/policy-form";

interface Found extends Pick<PolicyFormProps, "metrics" | "traits" | "people"> {
  calendars: readonly { id: string; name: string }[];
}

/** What a policy's form offers, as it wants it. */
export const formChoices = ({ metrics, traits, people, calendars }: Found) => ({
  ...{ metrics, traits, people },
  calendars: calendars.map(({ id, name }) => ({ value: id, label: name })),
});
