"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { mostRecipients, type SendRecipient } from "@/lib/tailoring/sending/attachment-kinds";

export interface RecipientFieldsProps {
  recipients: readonly SendRecipient[];
  onChange: (recipients: SendRecipient[]) => void;
  /** Addresses that refused mail before. */
  suppressed: readonly string[];
  /** Said once somebody tried to send. */
  checked: boolean;
}

export const isAddress = (address: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim());

/** To whom: a name and a mail address a row. */
export function RecipientFields({ recipients, onChange, suppressed, checked }: RecipientFieldsProps) {
  const t = useTranslations("sending.form");
  const set = (place: number, change: Partial<SendRecipient>) =>
    onChange(recipients.map((recipient, at) => (at === place ? { ...recipient, ...change } : recipient)));
  const problemOf = ({ address }: SendRecipient): string | undefined => {
    if (checked && !isAddress(address)) return t("noAddress");
    return suppressed.includes(address.trim().toLowerCase()) ? t("suppressed") : undefined;
  };
  return (
    <div className="grid gap-3">
      {recipients.map((recipient, place) => {
        const problem = problemOf(recipient);
        return (
          <div key={place} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
            <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-2">
              <Field label={t("recipientName")}>
                <Input
                  value={recipient.name}
                  autoComplete="off"
                  maxLength={160}
                  onChange={(event) => set(place, { name: event.target.value })}
                />
              </Field>
              <Field label={t("recipientAddress")} {...(problem ? { error: problem } : {})}>
                <Input
                  type="email"
                  inputMode="email"
                  autoComplete="off"
                  value={recipient.address}
                  onChange={(event) => set(place, { address: event.target.value })}
                />
              </Field>
            </div>
            {recipients.length > 1 ? (
              <Button
                variant="ghost"
                size="icon"
                className="mt-[25px]"
                aria-label={t("removeRecipient", { number: place + 1 })}
                onClick={() => onChange(recipients.filter((_, at) => at !== place))}
              >
                <Icon name="x" />
              </Button>
            ) : null}
          </div>
        );
      })}
      {recipients.length < mostRecipients ? (
        <Button
          variant="quiet"
          className="justify-self-start"
          onClick={() => onChange([...recipients, { address: "", name: "" }])}
        >
          <Icon name="user-plus" />
          {t("addRecipient")}
        </Button>
      ) : null}
    </div>
  );
}
