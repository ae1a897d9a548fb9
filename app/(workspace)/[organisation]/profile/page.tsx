import { getTranslations } from "next-intl/server";
import { changeAddress, changePassword, chooseNews, choosePhoto, endOne, endOthers, save } from "./actions";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { NotificationChoices } from "@/components/notifications/choices";
import { PictureUpload } from "@/components/people/picture-upload";
import { AddressChange, PasswordChange } from "@/components/profile/account-forms";
import { ProfileForm } from "@/components/profile/profile-form";
import { SessionsCard } from "@/components/profile/sessions-card";
import { ThemeChoice } from "@/components/profile/theme-choice";
import { Avatar } from "@/components/ui/avatar";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { ownSessions } from "@/lib/identity/commands/sessions";
import { sessionLimits } from "@/lib/identity/sessions";
import { notificationChoices } from "@/lib/notifications/queries";
import { ownProfile } from "@/lib/people/commands/profile";
import { may, scopesOf } from "@/lib/platform/actor";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import { languageChoices, localeChoices, timeZoneChoices } from "@/lib/platform/place-choices";
import { sponsorIndustries } from "@/lib/sponsors/queries/industries";

export async function generateMetadata() {
  return { title: (await getTranslations("people.profile"))("title") };
}

/** What a person decides about themselves: here, and for their account in all organisations. */
async function ProfilePage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("people.profile");
  const { profile, choices, industries, actor, session } = await readPage(organisation, async ({ ask, ...visit }) => ({
    profile: await ask(ownProfile, {}),
    choices: await ask(notificationChoices, {}),
    // What a consultant works in; nobody else is suggested for anybody.
    industries: scopesOf(visit.actor, "programmes:write").has("caseload")
      ? await ask(sponsorIndustries, {}).catch(() => [])
      : null,
    actor: visit.actor,
    session: visit.session,
  }));
  const account = { kind: "account", userId: session.userId, sessionId: session.id, name: session.name } as const;
  const sessions = await executeInstallation(ownSessions, account, {});
  const { version, name, calledName, pronouns, phone, headline, location, locale, timeZone, photoFileId } = profile;
  const { languages } = profile;
  return (
    <>
      <PageHead title={t("title")} lede={t("lede", { organisation: actor.organisation.name })} />
      <RecordColumns
        facts={
          <>
            {may(actor, "files:write") ? (
              <Card>
                <CardHeader>
                  <CardTitle>{t("photo")}</CardTitle>
                </CardHeader>
                <div className="px-5 py-4">
                  <PictureUpload
                    organisation={organisation}
                    record={{ entity: "person", id: profile.id }}
                    chosen={photoFileId !== null}
                    title={t("photoDrop")}
                    choose={choosePhoto}
                  >
                    <Avatar
                      name={name}
                      photo={photoFileId ? `/api/files/${organisation}/${photoFileId}` : null}
                      size="large"
                      me
                    />
                  </PictureUpload>
                </div>
              </Card>
            ) : null}
            <Card pad>
              <ThemeChoice stored={session.theme} />
            </Card>
            <SessionsCard
              sessions={sessions}
              current={session.id}
              limits={sessionLimits()}
              timeZone={actor.timeZone}
              endOne={endOne}
              endOthers={endOthers}
            />
          </>
        }
      >
        <Card pad>
          <ProfileForm
            organisation={organisation}
            values={{
              name,
              calledName: calledName ?? "",
              pronouns: pronouns ?? "",
              phone: phone ?? "",
              headline: headline ?? "",
              location: location ?? "",
              locale: locale ?? "",
              timeZone: timeZone ?? "",
              ...(industries ? { languages, industries: profile.industries } : {}),
              expectedVersion: version,
            }}
            locales={localeChoices(formatsLocale(actor.locale), locale)}
            timeZones={timeZoneChoices(timeZone)}
            work={
              industries ? { languages: languageChoices(formatsLocale(actor.locale), languages), industries } : null
            }
            save={save}
          />
        </Card>
        <Card id="notifications">
          <CardHeader>
            <CardTitle>{t("news")}</CardTitle>
            <span className="text-sm text-muted-foreground">{t("newsLede")}</span>
          </CardHeader>
          <div className="px-5 py-3 phone:px-4">
            <NotificationChoices choices={choices} save={chooseNews.bind(null, organisation)} />
          </div>
        </Card>
        {may(actor, "sessions:read") ? (
          <Card pad className="flex flex-wrap items-center justify-between gap-3">
            <span>
              <b className="block">{t("calendars")}</b>
              <span className="text-sm text-muted-foreground">{t("calendarsLede")}</span>
            </span>
            <LinkButton href={`/${organisation}/profile/calendars`} icon="calendar-days">
              {t("calendarsOpen")}
            </LinkButton>
          </Card>
        ) : null}
        <Card id="account">
          <CardHeader>
            <CardTitle>{t("account")}</CardTitle>
            <span className="text-sm text-muted-foreground">{t("accountLede")}</span>
          </CardHeader>
          <div className="grid gap-6 px-5 py-4 phone:px-4">
            <section className="grid gap-3">
              <h3 className="text-base">{t("changePassword")}</h3>
              <PasswordChange change={changePassword} />
            </section>
            <section className="grid gap-3 border-t border-border pt-5">
              <h3 className="text-base">{t("changeAddress")}</h3>
              <p className="text-sm text-muted-foreground">{session.email}</p>
              <AddressChange change={changeAddress} />
            </section>
          </div>
        </Card>
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/profile/page", ProfilePage);
