import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { ProfileEditor } from "@/components/resumes/profile-editor";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { profileOf } from "@/lib/resumes/queries";
import { programmeOfPage } from "../../programme-of-page";
import { write } from "../actions";

/** Where what the profile says at a glance is written. */
async function EditProfilePage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { programme } = await programmeOfPage(organisation, id);
  const t = await getTranslations("resumes.glance");
  const personId = programme.executiveId;
  const { profile, currency } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "resumes:write")) notFound();
    return { profile: await ask(profileOf, { personId }), currency: actor.organisation.currency };
  });
  return (
    <section className="max-w-3xl">
      <SectionHead title={t("title")} />
      <Card pad>
        <ProfileEditor
          key={profile.version}
          organisation={organisation}
          personId={personId}
          back={`/${organisation}/programmes/${id}/profile`}
          facts={profile.facts}
          version={profile.version}
          suggested={profile.suggested}
          currencies={[currency, ...["CHF", "EUR", "GBP", "USD"].filter((one) => one !== currency)]}
          write={write}
        />
      </Card>
    </section>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/profile/edit/page", EditProfilePage);
