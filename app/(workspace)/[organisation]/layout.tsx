import type { Metadata } from "next";
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
import { withMessages } from "@/components/frame/with-messages";
import { Bell } from "@/components/notifications/bell";
import { ThemeFollow } from "@/components/profile/theme-follow";
import { ForgetLists } from "@/components/offline/forget-lists";
import { KeepLists } from "@/components/offline/keep-lists";
import { WorkspacePalette } from "@/components/palette/workspace-palette";
import { readPage } from "@/lib/entry/page";
import { requestFacts } from "@/lib/entry/request";
import { rememberOrganisation } from "@/lib/organisations/remember";
import { brandingOf } from "@/lib/organisations/branding";
import { may } from "@/lib/platform/actor";
import { latestNotifications } from "@/lib/notifications/queries";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import { SuspendedPage } from "./suspended-page";

type Props = { children: ReactNode; params: Promise<{ organisation: string }> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { name } = await readPage((await params).organisation, async ({ actor }) => actor.organisation);
  return { title: { default: name, template: `%s · ${name}` } };
}

/** Everything inside an organisation: who this is, what they may use, whose looks it has. */
async function WorkspaceLayout({ children, params }: Props) {
  const { organisation: slug } = await params;
  const { actor, session, organisations, news } = await readPage(slug, async ({ ask, ...visit }) => ({
    actor: visit.actor,
    session: visit.session,
    organisations: visit.organisations,
    news: visit.organisation.suspendedAt ? null : await ask(latestNotifications, {}),
  }));
  const { organisation } = actor;
  if (!news) return <SuspendedPage organisation={organisation.name} />;
  const [t, { nonce }, navigation] = await Promise.all([
    getTranslations(),
    requestFacts(),
    navigationFor(actor),
    rememberOrganisation(session, organisation.id),
  ]);
  const { accent } = brandingOf(organisation.settings);
  const home = `/${slug}`;
  return (
    <ReaderFormats locale={formatsLocale(actor.locale)} timeZone={actor.timeZone}>
      <ThemeFollow stored={session.theme} save={chooseTheme} nonce={nonce} />
      {accent ? <style>{`:root{--brand:${accent}}`}</style> : null}
      <AppFrame
        home={home}
        nav={navigation.nav}
        bottom={navigation.bottom}
        organisation={{ slug, name: organisation.name }}
        organisations={organisations.map(({ slug: address, name }) => ({ slug: address, name }))}
        person={{
          name: actor.name,
          role: actor.roleNames.join(", "),
          photo: actor.photoFileId ? `/api/files/${slug}/${actor.photoFileId}` : null,
        }}
        userMenu={[
          { href: `${home}/profile`, label: t("people.profile.title"), icon: "user-round" },
          ...(session.operator
            ? [{ href: "/operator", label: t("organisations.operator.title"), icon: "server" as const }]
            : []),
        ]}
        signOut={signOutHere}
        overlays={
          <>
            <WorkspacePalette organisation={slug} groups={await paletteGroups(actor, navigation.nav)} />
            {may(actor, "tailoring:read") ? (
              <KeepLists organisation={slug} account={session.userId} />
            ) : (
              <ForgetLists organisation={slug} />
            )}
          </>
        }
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

export default withMessages("(workspace)/[organisation]/layout", WorkspaceLayout);
