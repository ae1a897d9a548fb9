"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";

/**
 * Everything inside is written in one reader's formats and zone. The frame around all pages is not rendered again when a
 * person goes to another organisation, where they may have others; messages are those of the frame.
 */
export function ReaderFormats(props: { locale: string; timeZone: string; children: ReactNode }) {
  return <NextIntlClientProvider {...props} />;
}
