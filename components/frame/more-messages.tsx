"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { useMemo, type ReactNode } from "react";
import type { Messages } from "@/lib/platform/i18n/messages";
import { withMore } from "@/lib/platform/i18n/with-more";

/** Everything inside may say these messages as well as those from further out. */
export function MoreMessages({ messages, children }: { messages: Messages; children: ReactNode }) {
  const before = useMessages() as Messages;
  const all = useMemo(() => withMore(before, messages), [before, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
