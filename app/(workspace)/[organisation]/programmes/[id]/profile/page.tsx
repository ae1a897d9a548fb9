import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordColumns } from "@/components/frame/record-columns";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { Positions } from "@/components/resumes/positions";
import { ProfileGlance } from "@/components/resumes/profile-glance";
import { AddPart, ProfilePart } from "@/components/resumes/profile-part";
import { UploadResume } from "@/components/resumes/upload-resume";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { profileOf, resumesOf } from "@/lib/resumes/queries";
import { programmeOfPage } from "../programme-of-page";
import { undoAction } from "../../../undo-action";
import {
  addThePosition,
  addTheSection,
  editThePosition,
  editTheSection,
  removeThePosition,
  removeTheSection,
  upload,
} from "./actions";

const looks = {
  waiting: { icon: "loader", tone: "neutral" },
  read: { icon: "circle-check", tone: "ok" },
  unreadable: { icon: "circle-alert", tone: "bad" },
} as const;

/** The executive's profile: positions, own words, and the resumes that it comes from. */
async function ProfilePage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { programme, sees, timeZone } = await programmeOfPage(organisation, id);
  if (!sees.resumes) notFound();
  const t = await getTranslations("resumes");
  const personId = programme.executiveId;
  const { resumes, profile, writes } = await readPage(organisation, async ({ ask, actor }) => ({
    resumes: await ask(resumesOf, { personId }),
    profile: await ask(profileOf, { personId }),
    writes: may(actor, "resumes:write"),
  }));
  const shared = { organisation, undo: undoAction };
  return (
    <RecordColumns
      facts={
        <>
          {writes ? (
            <UploadResume organisation={organisation} programmeId={id} personId={personId} upload={upload} />
          ) : null}
          {resumes.length > 0 ? (
            <Card>
              <CardHeader>
                <CardTitle>{t("files")}</CardTitle>
              </CardHeader>
              <Rows>
                {resumes.map((resume) => {
                  const status = resume.status as keyof typeof looks;
                  return (
                    <Row key={resume.id} className="grid gap-1">
                      <Link
                        data-row-link
                        href={`/${organisation}/programmes/${id}/profile/${resume.id}`}
                        className="font-semibold break-words text-foreground no-underline hover:underline"
                      >
                        {resume.fileName}
                      </Link>
                      <span className="flex flex-wrap items-center gap-x-3 text-sm text-muted-foreground">
                        <Status {...looks[status]}>{t(`status.${status}`)}</Status>
                        {status === "read" ? t("roles", { count: resume.roleCount }) : null}
                        <Moment value={resume.createdAt} timeZone={timeZone} />
                      </span>
                    </Row>
                  );
                })}
              </Rows>
            </Card>
          ) : null}
        </>
      }
    >
      <ProfileGlance
        facts={profile.facts}
        completeness={profile.completeness}
        edit={writes ? `/${organisation}/programmes/${id}/profile/edit` : undefined}
      />
      <section id="positions" className="scroll-mt-20">
        <SectionHead title={t("positions")} count={profile.positions.length} />
        <Card>
          <Positions
            positions={profile.positions}
            {...(writes
              ? {
                  around: ({ id: positionId, version, title, employer, starts, ends }, shown) => (
                    <ProfilePart
                      {...shared}
                      part="position"
                      id={positionId}
                      version={version}
                      name={title || employer}
                      values={{ title, employer, starts, ends }}
                      edit={editThePosition}
                      remove={removeThePosition}
                    >
                      {shown}
                    </ProfilePart>
                  ),
                }
              : {})}
          />
          {writes ? (
            <div className="border-t border-border px-5 py-4 phone:px-4">
              <AddPart
                {...shared}
                part="position"
                personId={personId}
                label={t("hand.addPosition")}
                values={{ title: "", employer: "", starts: "", ends: "" }}
                add={addThePosition}
              />
            </div>
          ) : null}
        </Card>
      </section>
      <section id="sections" className="scroll-mt-20">
        <SectionHead title={t("sections")} count={profile.sections.length} />
        <Card>
          {profile.sections.length === 0 ? (
            <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("noSections")}</p>
          ) : (
            <Rows>
              {profile.sections.map(({ id: sectionId, version, kind, title, body }) => {
                const name = title || t(`offer.fields.${kind}`);
                const shown = (
                  <>
                    <h3 className="font-semibold break-words">{name}</h3>
                    <p className="mt-1 max-w-[75ch] text-sm break-words whitespace-pre-line">{body}</p>
                  </>
                );
                return (
                  <Row key={sectionId}>
                    {writes ? (
                      <ProfilePart
                        {...shared}
                        part="section"
                        id={sectionId}
                        version={version}
                        name={name}
                        values={{ kind, title, body }}
                        edit={editTheSection}
                        remove={removeTheSection}
                      >
                        {shown}
                      </ProfilePart>
                    ) : (
                      shown
                    )}
                  </Row>
                );
              })}
            </Rows>
          )}
          {writes ? (
            <div className="border-t border-border px-5 py-4 phone:px-4">
              <AddPart
                {...shared}
                part="section"
                personId={personId}
                label={t(profile.sections.length === 0 ? "hand.addFirstSection" : "hand.addSection")}
                values={{ kind: "summary", title: "", body: "" }}
                add={addTheSection}
              />
            </div>
          ) : null}
        </Card>
      </section>
    </RecordColumns>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/profile/page", ProfilePage);
