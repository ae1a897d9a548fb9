import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-sans-3/wght-italic.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { keepEarlyInput } from "@/components/ui/early-input";
import { EarlyScript } from "@/components/ui/early-script";
import { WearTheme } from "@/components/ui/theme";
import { Toaster } from "@/components/ui/toaster";
import { messagesFor } from "@/lib/platform/i18n/browser-messages";

export const metadata: Metadata = { title: { default: "Landfall", template: "%s · Landfall" } };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f5f0" },
    { media: "(prefers-color-scheme: dark)", color: "#171513" },
  ],
};

/** Every page stands in this frame: language, theme, messages, toasts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [requestHeaders, locale, messages] = await Promise.all([headers(), getLocale(), getMessages()]);
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <EarlyScript nonce={nonce} call={`(${keepEarlyInput.toString()})()`} />
        <WearTheme nonce={nonce} />
        <NextIntlClientProvider messages={messagesFor("frame", messages)}>
          {children}
          <Toaster />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
