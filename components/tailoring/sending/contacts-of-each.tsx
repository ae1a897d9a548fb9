"use client";

import { useTranslations } from "next-intl";
import type { LetterAhead } from "@/components/tailoring/sending/letters";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

export interface ContactsOfEachProps {
  organisation: string;
  letters: readonly LetterAhead[];
  onOthers: () => void;
}

/** Several requirements with contacts of their own: who writes to whom, and which of them names nobody. */
export function ContactsOfEach({ organisation, letters, onOthers }: ContactsOfEachProps) {
  const t = useTranslations("sending.form");
  return (
    <div className="grid gap-3">
      <ul className="grid gap-1.5">
        {letters.map(({ item, recipient }) => (
          <li key={item.submissionId} className="break-words">
            {recipient.address ? (
              t("contactOf", { name: item.name, recipient: recipient.name || recipient.address, title: item.title })
            ) : (
              <FieldError>
                {t.rich("noContact", {
                  ...{ name: item.name, title: item.title },
                  link: (words) => (
                    <Link href={`/${organisation}/requirements/${item.requirementId}/edit`}>{words}</Link>
                  ),
                })}
              </FieldError>
            )}
          </li>
        ))}
      </ul>
      <Button variant="quiet" className="justify-self-start" onClick={onOthers}>
        <Icon name="user-plus" />
        {t("others")}
      </Button>
    </div>
  );
}
