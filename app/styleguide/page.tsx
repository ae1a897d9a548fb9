import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { AppFrame } from "@/components/frame/app-frame";
import { ThemeSwitch } from "@/components/frame/theme-switch";
import { PageHead } from "@/components/frame/page-head";
import { CommandPalette } from "@/components/palette/command-palette";
import { readListAddress } from "@/components/data-table/url-state";
import { env } from "@/lib/platform/env";
import { bottomItems, navGroups, paletteGroups, userItems } from "./frame-samples";
import { samplePage } from "./samples";
import { ChartsSection } from "./charts-section";
import { ControlsSection } from "./controls-section";
import { FilesSection } from "./files-section";
import { FloatingSection } from "./floating-section";
import { FormsSection } from "./forms-section";
import { RecordSection } from "./record-section";
import { StatesSection } from "./states-section";
import { TableSection } from "./table-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("styleguide");
  return { title: t("title") };
}

/** Every piece of the visual language with content as it will really be; in development and in the demo only. */
export default async function StyleguidePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  if (env.LANDFALL_ENV === "production" && !env.LANDFALL_DEMO) notFound();
  const t = await getTranslations("styleguide");
  const address = readListAddress(await searchParams);
  return (
    <NextIntlClientProvider messages={await getMessages()}>
      <AppFrame
        home="/styleguide"
        nav={navGroups}
        bottom={bottomItems}
        organisation={{ slug: "styleguide", name: "Alder & Quay" }}
        organisations={[
          { slug: "styleguide", name: "Alder & Quay" },
          { slug: "styleguide-two", name: "North Harbour Career Partners" },
        ]}
        person={{ name: "Judith Okafor-Lindqvist", role: t("role") }}
        userMenu={userItems}
        unread={4}
        notifications={<p className="px-4 py-3.5">{t("newsHere")}</p>}
        overlays={<CommandPalette groups={paletteGroups} />}
      >
        <PageHead title={t("title")} lede={t.rich("lede", { b: (words) => <b>{words}</b> })} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-14">
          <ThemeSwitch />
          <ControlsSection />
          <FormsSection />
          <TableSection page={samplePage(address)} />
          <RecordSection />
          <StatesSection />
          <FloatingSection />
          <FilesSection />
          <ChartsSection />
        </div>
      </AppFrame>
    </NextIntlClientProvider>
  );
}
