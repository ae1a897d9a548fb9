import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { SectionHead } from "@/components/frame/section-head";
import { NotificationChoices } from "@/components/notifications/choices";
import { ProfileEditor } from "@/components/people/profile-editor";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { notificationChoices } from "@/lib/notifications/queries";
import { ownProfile } from "@/lib/people/commands/profile";
import { choose } from "../notifications/actions";
import { update } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("people.profile"))("title") };
}

/** What others here see of the person, and what the person is told. */
export default async function ProfilePage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("people.profile");
  const news = await getTranslations("notifications.choices");
  const { profile, choices } = await readPage(organisation, async ({ ask }) => ({
    profile: await ask(ownProfile, {}),
    choices: await ask(notificationChoices, {}),
  }));
  const text = (value: string | null) => value ?? "";
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <div className="grid max-w-3xl gap-8">
        <Card pad>
          <ProfileEditor
            organisation={organisation}
            update={update}
            profile={{
              name: profile.name,
              calledName: text(profile.calledName),
              pronouns: text(profile.pronouns),
              phone: text(profile.phone),
              headline: text(profile.headline),
              location: text(profile.location),
              locale: text(profile.locale),
              timeZone: text(profile.timeZone),
              expectedVersion: profile.version,
            }}
          />
        </Card>
        <section>
          <SectionHead title={news("title")} />
          <Card pad>
            <p className="mb-3 text-muted-foreground">{news("lede")}</p>
            <NotificationChoices choices={choices} save={choose.bind(null, organisation)} />
          </Card>
        </section>
      </div>
    </>
  );
}
