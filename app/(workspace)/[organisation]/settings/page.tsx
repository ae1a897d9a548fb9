import { getTranslations } from "next-intl/server";
import { chooseLogo, chooseModules, save } from "./actions";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { ModulesCard } from "@/components/organisations/modules-card";
import { PlanCard } from "@/components/organisations/plan-card";
import { SettingsForm } from "@/components/organisations/settings-form";
import { PictureUpload } from "@/components/people/picture-upload";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Fact, Facts } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { storageUsed } from "@/lib/files/queries";
import { organisationSettings } from "@/lib/organisations/commands/settings";
import { modulesOfPlan } from "@/lib/organisations/modules-of-plan";
import { may } from "@/lib/platform/actor";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import { currencyChoices, localeChoices, timeZoneChoices } from "@/lib/platform/place-choices";

export async function generateMetadata() {
  return { title: (await getTranslations("organisations.settings"))("title") };
}

/** What an administrator decides about the organisation itself. */
async function SettingsPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("organisations.settings");
  const fields = await getTranslations("records.fields");
  const calendars = await getTranslations("business-time.calendars");
  const types = await getTranslations("session-types");
  const policies = await getTranslations("sla.policies");
  const { settings, storage, actor, mayWrite } = await readPage(organisation, async ({ ask, actor: reader }) => ({
    settings: await ask(organisationSettings, {}),
    storage: await ask(storageUsed, {}),
    actor: reader,
    mayWrite: may(reader, "organisation:write"),
  }));
  const { version, name, slug, locale, timeZone, currency, accent, logoFileId } = settings;
  return (
    <>
      <PageHead title={t("title")} lede={t("lede", { name })} />
      <RecordColumns
        facts={
          <>
            <PlanCard settings={settings} storage={storage} timeZone={actor.timeZone} />
            <ModulesCard
              organisation={organisation}
              available={modulesOfPlan(settings.plan)}
              on={settings.modules}
              save={mayWrite ? chooseModules : undefined}
            />
            {may(actor, "calendars:read") ? (
              <Card pad>
                <h2 className="text-base font-semibold">{calendars("title")}</h2>
                <p className="mb-2 text-muted-foreground">{calendars("card")}</p>
                <Link href={`/${organisation}/settings/calendars`}>{calendars("open")}</Link>
              </Card>
            ) : null}
            {may(actor, "session-types:write") && settings.modules.includes("programmes") ? (
              <Card pad>
                <h2 className="text-base font-semibold">{types("title")}</h2>
                <p className="mb-2 text-muted-foreground">{types("card")}</p>
                <Link href={`/${organisation}/settings/session-types`}>{types("open")}</Link>
              </Card>
            ) : null}
            {may(actor, "sla:write") && settings.modules.includes("programmes") ? (
              <Card pad>
                <h2 className="text-base font-semibold">{policies("title")}</h2>
                <p className="mb-2 text-muted-foreground">{policies("card")}</p>
                <Link href={`/${organisation}/settings/policies`}>{policies("open")}</Link>
              </Card>
            ) : null}
            {may(actor, "custom-fields:write") ? (
              <Card pad>
                <h2 className="text-base font-semibold">{fields("title")}</h2>
                <p className="mb-2 text-muted-foreground">{fields("card")}</p>
                <Link href={`/${organisation}/settings/fields`}>{fields("open")}</Link>
              </Card>
            ) : null}
          </>
        }
      >
        <Card pad>
          {mayWrite ? (
            <SettingsForm
              organisation={organisation}
              values={{
                ...{ name, slug, locale, timeZone, currency, accent: accent ?? "" },
                ...{ quietAfterDays: settings.quietAfterDays, notesOpenings: settings.notesOpenings },
                expectedVersion: version,
              }}
              locales={localeChoices(formatsLocale(actor.locale), locale)}
              timeZones={timeZoneChoices(timeZone)}
              currencies={currencyChoices(formatsLocale(actor.locale), currency)}
              // Resumes are sent where there are programmes: tailoring is on with them.
              sends={settings.modules.includes("programmes")}
              save={save}
            />
          ) : (
            <Facts>
              <Fact label={t("name")}>{name}</Fact>
              <Fact label={t("slug")}>{slug}</Fact>
              <Fact label={t("locale")}>{locale}</Fact>
              <Fact label={t("timeZone")}>{timeZone}</Fact>
              <Fact label={t("currency")}>{currency}</Fact>
            </Facts>
          )}
        </Card>
        {mayWrite && may(actor, "files:write") ? (
          <Card>
            <CardHeader>
              <CardTitle>{t("logo")}</CardTitle>
            </CardHeader>
            <div className="px-5 py-4">
              <PictureUpload
                organisation={organisation}
                record={{ entity: "organisation", id: actor.organisation.id }}
                chosen={logoFileId !== null}
                title={t("logoDrop")}
                choose={chooseLogo}
              >
                {logoFileId ? (
                  <img
                    src={`/api/files/${organisation}/${logoFileId}`}
                    alt={t("logo")}
                    className="h-16 w-32 rounded-md border border-border object-contain p-1"
                  />
                ) : (
                  <span className="grid h-16 w-32 place-items-center rounded-md border border-border text-muted-foreground">
                    <Icon name="building-2" size="large" />
                  </span>
                )}
              </PictureUpload>
            </div>
          </Card>
        ) : null}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/page", SettingsPage);
