"use client";

import { useTranslations } from "next-intl";
import { calledIn, isOfOne, placeOf, type LetterAhead } from "@/components/tailoring/sending/letters";
import { keyOf } from "@/components/tailoring/sending/variable-chips";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";

/** Letters that are named one by one. */
const mostShown = 12;

/** What keeps letters here: each value that is missing, of whom, and where it is filled in. */
export function MissingValues({
  organisation,
  letters,
  together,
}: {
  organisation: string;
  letters: readonly LetterAhead[];
  /** One letter with all: what is one candidate's alone has no value in it. */
  together: boolean;
}) {
  const t = useTranslations("sending");
  const lacking = letters.filter(({ missing, sentOn }) => missing.length > 0 && !sentOn);
  if (lacking.length === 0) return null;
  const called = calledIn(letters.map(({ item }) => item));
  return (
    <Notice icon="triangle-alert" tone="warn" role="status" tabIndex={-1} data-slot="missing-values">
      <b>{t("missing.title", { count: lacking.length })}</b>
      <ul className="mt-1 grid gap-1">
        {lacking.slice(0, mostShown).map(({ item, items, recipient, missing }) => (
          <li key={`${item.submissionId} ${recipient.address}`} className="break-words">
            <bdi>{together ? items.map(({ name }) => name).join(", ") : called(item)}</bdi>:{" "}
            {missing.map((name, place) => {
              const href = together && isOfOne(name) ? null : placeOf(name, item, organisation);
              const words = t(`variables.names.${keyOf(name)}`);
              return (
                <span key={name}>
                  {place > 0 ? ", " : null}
                  {href ? (
                    <Link href={href} className="phone:inline-flex phone:min-h-11 phone:items-center">
                      {words}
                    </Link>
                  ) : together && isOfOne(name) ? (
                    t("missing.ofOne", { what: words })
                  ) : (
                    t("missing.above", { what: words })
                  )}
                </span>
              );
            })}
          </li>
        ))}
        {lacking.length > mostShown ? <li>{t("missing.more", { count: lacking.length - mostShown })}</li> : null}
      </ul>
    </Notice>
  );
}
