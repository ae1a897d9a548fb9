import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOutHere } from "./actions";
import { navigationFor } from "./navigation";
import { markAllRead, markRead } from "./notifications/actions";
import { chooseTheme } from "./profile/actions";
import { paletteGroups } from "./palette-groups";
import { WorkspaceBanner } from "./workspace-banner";
import { AppFrame } from "@/components/frame/app-frame";
import { ReaderFormats } from "@/components/frame/reader-formats";
import { Bell } from "@/components/notifications/bell";
import { ThemeFollow } from "@/components/profile/theme-follow";
import { WorkspacePalette } from "@/components/palette/workspace-palette";
import { currentActor } from "@/lib/identity/current-actor";
import { currentSession } from "@/lib/identity/current-session";
import { rememberOrganisation } from "@/lib/organisations/remember";
import { brandingOf } from "@/lib/organisations/branding";
import { ownOrganisations } from "@/lib/organisations/queries/own";
import { ownCard } from "@/lib/people/queries/frame";
import { latestNotifications } from "@/lib/notifications/queries";
import type { PersonActor } from "@/lib/platform/actor";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import { askTogether } from "@/lib/platform/execute";
import { Refusal } from "@/lib/platform/refusal";
import { SuspendedPage } from "./suspended-page";

type Props = { children: ReactNode; params: Promise<{ organisation: string }> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { name } = (await actorOrNotFound((await params).organisation)).organisation;
  return { title: { default: name, template: `%s · ${name}` } };
}

/** Everything inside an organisation: who this is, what they may use, whose looks it has. */
export default async function WorkspaceLayout({ children, params }: Props) {
  const { organisation: slug } = await params;
  const actor = await actorOrNotFound(slug);
  const { organisation } = actor;
  if (organisation.suspendedAt) return <SuspendedPage organisation={organisation.name} />;
  const [t, session, organisations, navigation, own] = await Promise.all([
    getTranslations(),
    currentSession(),
    ownOrganisations(actor.userId),
    navigationFor(actor),
    askTogether(actor, async ({ ask }) => ({
      card: await ask(ownCard, {}),
      news: await ask(latestNotifications, {}),
    })),
  ]);
  const { card, news } = own;
  if (session) await rememberOrganisation(session, organisation.id);
  const { accent } = brandingOf(organisation.settings);
  const home = `/${slug}`;
  return (
    <ReaderFormats locale={formatsLocale(actor.locale)} timeZone={actor.timeZone}>
      {session ? <ThemeFollow stored={session.theme} save={chooseTheme} /> : null}
      {accent ? <style>{`:root{--brand:${accent}}`}</style> : null}
      <AppFrame
        home={home}
        nav={navigation.nav}
        bottom={navigation.bottom}
        organisation={{ slug, name: organisation.name }}
        organisations={organisations.map(({ slug: address, name }) => ({ slug: address, name }))}
        person={{
          name: card.name,
          role: card.roles.join(", "),
          photo: card.photoFileId ? `/api/files/${slug}/${card.photoFileId}` : null,
        }}
        userMenu={[
          { href: `${home}/profile`, label: t("people.profile.title"), icon: "user-round" },
          ...(session?.operator
            ? [{ href: "/operator", label: t("organisations.operator.title"), icon: "server" as const }]
            : []),
        ]}
        signOut={signOutHere}
        overlays={<WorkspacePalette organisation={slug} groups={await paletteGroups(actor, navigation.nav)} />}
        bell={
          <Bell
            organisation={slug}
            initial={news}
            markRead={markRead.bind(null, slug)}
            markAllRead={markAllRead.bind(null, slug, {})}
          />
        }
        banner={<WorkspaceBanner actor={actor} />}
      >
        {children}
      </AppFrame>
    </ReaderFormats>
  );
}

async function actorOrNotFound(slug: string): Promise<PersonActor> {
  try {
    return await currentActor(slug);
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
}
