import { acrossIdentity } from "@/db/across";
import { transaction, type Transaction } from "@/db/client";
import { memberships, users } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { people, roleAssignments, roles, teamMembers, teams } from "@/db/schema/people";
import { seedCalendarWorld } from "@/db/seed/world-calendars";
import { seedCompetencyWorld } from "@/db/seed/world-competencies";
import { seedFileWorld } from "@/db/seed/world-files";
import { seedBatchWorld } from "@/db/seed/world-batches";
import { seedInventoryWorld } from "@/db/seed/world-inventories";
import { seedMailWorld } from "@/db/seed/world-mail";
import { seedImportWorld } from "@/db/seed/world-imports";
import { seedResumeWorld } from "@/db/seed/world-resumes";
import { slugs, worldId, worldMoment, type WorldRole, type WorldSlug } from "@/db/seed/world-ids";
import { seedProgrammeWorld } from "@/db/seed/world-programmes";
import { seedRecordsWorld } from "@/db/seed/world-records";
import { seedSponsorWorld } from "@/db/seed/world-sponsors";
import { seedBookingPageWorld } from "@/db/seed/world-booking-pages";
import { seedSchedulingWorld } from "@/db/seed/world-scheduling";
import { seedSearchWorld } from "@/db/seed/world-search";
import { seedSendingWorld } from "@/db/seed/world-sending";
import { seedSlaWorld } from "@/db/seed/world-sla";
import { seedTailoredWorld } from "@/db/seed/world-tailored";
import { seedTailoringWorld } from "@/db/seed/world-tailoring";
import { builtInRoles } from "@/lib/people/built-in-roles";
import { nameKey } from "@/lib/platform/keys";
import { newDataKey } from "@/lib/platform/secrets";
import { hashToken } from "@/lib/platform/secrets";
import type { World } from "@/lib/platform/world";

/*
 * Two organisations, north and south, alike in everything but their ids: what tests run in. Small and always the same; the
 * demo organisations are another thing (`db/seed/demo`).
 */

export function worldOf(slug: WorldSlug): {
  ids: World;
  accountOf(role: WorldRole): { id: string; userId: string };
} {
  const id = (thing: string) => worldId(slug, thing);
  const ids: World = {
    organisationId: id("organisation"),
    slug,
    administratorId: id("person/administrator"),
    consultantId: id("person/consultant"),
    otherConsultantId: id("person/other-consultant"),
    executiveId: id("person/executive"),
    contactId: id("person/contact"),
    invitedPersonId: id("person/invited"),
    deactivatedPersonId: id("person/deactivated"),
    strangerUserId: id("user/stranger"),
    teamId: id("team"),
    emptyTeamId: id("team/empty"),
    customRoleId: id("role/custom"),
    calendarId: id("calendar"),
    otherCalendarId: id("calendar/other"),
    laterHoursId: id("business-hours/later"),
    businessDayId: id("business-day"),
    sessionTypeId: id("session-type"),
    slaPolicyId: id("sla-policy"),
    withdrawnSlaPolicyId: id("sla-policy/withdrawn"),
    slaClockId: id("sla-clock"),
    slaExclusionId: id("sla-exclusion"),
    groupTypeId: id("session-type/group"),
    sessionId: id("scheduled-session"),
    pastSessionId: id("scheduled-session/past"),
    seriesSessionId: id("scheduled-session/series"),
    heldSessionId: id("scheduled-session/held"),
    hostDayId: id("host-day"),
    bookingSlug: "robin-consultant",
    guestHoldId: id("scheduled-session/guest-hold"),
    guestTokenHash: hashToken(id("session-guest/asked")),
    bookedGuestTokenHash: hashToken(id("session-guest/booked")),
    guestSessionId: id("scheduled-session/guest"),
    pastGuestSessionId: id("scheduled-session/guest-past"),
    feedTokenHash: hashToken(id("calendar-feed")),
    outsideCalendarId: id("outside-calendar"),
    packageId: id("package"),
    packagePhaseId: id("phase/intake"),
    packageTaskId: id("package-task/intake"),
    programmeId: id("programme"),
    invitedProgrammeId: id("programme/invited"),
    intakeProgrammeId: id("programme/intake"),
    pausedProgrammeId: id("programme/paused"),
    handoverId: id("handover"),
    packageDecisionId: id("package-decision"),
    secondPhaseProgrammeId: id("programme/second-phase"),
    landedProgrammeId: id("programme/landed"),
    sponsorId: id("sponsor"),
    sponsorPersonId: id("person/sponsor"),
    engagementId: id("engagement"),
    separationEventId: id("separation"),
    separationPersonId: id("separation-person"),
    taskId: id("task"),
    doneTaskId: id("task/done"),
    signableTaskId: id("task/signable"),
    signOffId: id("sign-off"),
    landingId: id("landing"),
    aftercareId: id("aftercare"),
    newPackageTaskId: id("package-task/new"),
    noteId: id("note"),
    messageId: id("message"),
    threadId: id("programme"),
    fileId: id("file"),
    resumeFileId: id("file/candidate"),
    resumeId: id("resume"),
    resumeOfferId: id("resume-offer"),
    positionId: id("position"),
    profileSectionId: id("profile-section"),
    frameworkId: id("framework"),
    draftFrameworkId: id("framework/draft"),
    draftCompetencyId: id("competency/draft/strategy"),
    roleProfileId: id("role-profile"),
    roundId: id("round"),
    raterId: id("rater/0"),
    planId: id("plan"),
    planGoalId: id("plan-goal"),
    milestoneId: id("milestone"),
    stepId: id("step"),
    opportunityId: id("opportunity"),
    offeredOpportunityId: id("opportunity/offered"),
    searchContactId: id("search-contact"),
    searchCompanyId: id("search-company"),
    outreachId: id("outreach"),
    criterionId: id("criterion"),
    requirementId: id("requirement"),
    pointId: id("point"),
    ownTechnologyId: id("own-technology"),
    candidateId: id("person/candidate"),
    otherRequirementId: id("requirement/other"),
    submissionId: id("submission"),
    sentSubmissionId: id("submission/other"),
    sendTemplateId: id("send-template"),
    resumeSendId: id("resume-send"),
    answeredSendId: id("resume-send/answered"),
    candidateResumeId: id("resume/candidate"),
    tailoredSubmissionId: id("submission/tailored"),
    tailoredVersionId: id("tailored-version"),
    tailoringBatchId: id("tailoring-batch"),
    stoppedTailoringBatchId: id("tailoring-batch/stopped"),
    savedViewId: id("view"),
    customFieldId: id("custom-field"),
    commentId: id("comment"),
    auditEntryId: id("audit-entry"),
    notificationId: id("notification"),
    mailId: id("mail"),
    invitationMailId: id("mail/invitation"),
    undeliveredMailId: id("mail/undelivered"),
    answerMailId: id("mail/answer"),
    batchId: id("batch"),
    doneBatchId: id("batch/done"),
    importId: id("import"),
    doneImportId: id("import/done"),
  };
  return { ids, accountOf: (role) => ({ id: id(`session/${role}`), userId: id(`user/${role}`) }) };
}

/** Makes both organisations in an empty database. */
export async function seedWorlds(): Promise<void> {
  for (const slug of slugs) {
    await seedDirectory(slug);
    const { ids } = worldOf(slug);
    await transaction({ organisationId: ids.organisationId }, async (tx) => {
      await seedPeople(tx, slug, ids);
      await seedCalendarWorld(tx, ids);
      await seedProgrammeWorld(tx, slug, ids);
      await seedSponsorWorld(tx, slug, ids);
      await seedSchedulingWorld(tx, ids);
      await seedBookingPageWorld(tx, ids);
      await seedRecordsWorld(tx, ids);
      await seedFileWorld(tx, slug, ids);
      await seedBatchWorld(tx, ids);
      await seedImportWorld(tx, slug, ids);
      await seedMailWorld(tx, slug, ids);
      await seedResumeWorld(tx, ids);
      await seedCompetencyWorld(tx, slug, ids);
      await seedInventoryWorld(tx, slug, ids);
      await seedSearchWorld(tx, ids);
      await seedTailoringWorld(tx, slug, ids);
      await seedSendingWorld(tx, slug, ids);
      await seedTailoredWorld(tx, slug, ids);
      await seedSlaWorld(tx, ids);
    });
  }
}

const roleHolders: readonly WorldRole[] = [...builtInRoles.map(({ key }) => key), "other-consultant"];

async function seedDirectory(slug: WorldSlug): Promise<void> {
  const { ids, accountOf } = worldOf(slug);
  await acrossIdentity(async (tx) => {
    await tx.insert(organisations).values({
      id: ids.organisationId,
      slug,
      name: slug === "north" ? "North Harbour" : "South Harbour",
      plan: "enterprise",
      modules: ["programmes"],
      dataKey: newDataKey(ids.organisationId),
      createdAt: worldMoment,
    });
    const stranger = `stranger@${slug}.example`;
    await tx
      .insert(users)
      .values({ id: ids.strangerUserId, email: stranger, emailKey: stranger, name: "Sam Stranger" });
    for (const role of roleHolders) {
      const email = `${role}@${slug}.example`;
      await tx.insert(users).values({ id: accountOf(role).userId, email, emailKey: email, name: nameOf(role) });
      await tx.insert(memberships).values({
        organisationId: ids.organisationId,
        userId: accountOf(role).userId,
        personId: worldId(slug, `person/${role}`),
      });
    }
  });
}

async function seedPeople(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const { accountOf } = worldOf(slug);
  for (const { key, name, description, grants } of builtInRoles)
    await tx.insert(roles).values({
      id: worldId(slug, `role/${key}`),
      key,
      name,
      description,
      builtIn: true,
      grants: grants as Record<string, string[]>,
    });
  await tx.insert(roles).values({
    id: ids.customRoleId,
    key: "caseworker",
    name: "Caseworker",
    grants: { "programmes:read": ["team"] },
  });
  for (const role of roleHolders) {
    const email = `${role}@${slug}.example`;
    const personId = worldId(slug, `person/${role}`);
    await tx.insert(people).values({
      id: personId,
      userId: accountOf(role).userId,
      name: nameOf(role),
      nameKey: nameKey(nameOf(role)),
      email,
      emailKey: email,
    });
    await tx.insert(roleAssignments).values({
      personId,
      roleId: worldId(slug, `role/${role === "other-consultant" ? "consultant" : role}`),
    });
  }
  await tx.insert(people).values({
    id: ids.contactId,
    name: "Wanda Contact",
    nameKey: nameKey("Wanda Contact"),
    email: `contact@${slug}.example`,
    emailKey: `contact@${slug}.example`,
    status: "known",
  });
  await tx.insert(people).values({
    id: ids.invitedPersonId,
    name: "Ida Invited",
    nameKey: nameKey("Ida Invited"),
    email: `invited@${slug}.example`,
    emailKey: `invited@${slug}.example`,
    status: "invited",
  });
  await tx.insert(people).values({
    id: ids.deactivatedPersonId,
    name: "Dana Departed",
    nameKey: nameKey("Dana Departed"),
    email: `departed@${slug}.example`,
    emailKey: `departed@${slug}.example`,
    status: "deactivated",
    deactivatedAt: worldMoment,
  });
  await tx.insert(roleAssignments).values({ personId: ids.invitedPersonId, roleId: worldId(slug, "role/mentor") });
  await tx.insert(teams).values({ id: ids.emptyTeamId, name: "Quay team", nameKey: nameKey("Quay team") });
  await tx.insert(teams).values({ id: ids.teamId, name: "Harbour team", nameKey: nameKey("Harbour team") });
  await tx.insert(teamMembers).values({ teamId: ids.teamId, personId: ids.consultantId, lead: true });
}

function nameOf(role: WorldRole): string {
  const words = role.split(/[_-]/).map((word) => word[0]!.toUpperCase() + word.slice(1));
  return `Robin ${words.join(" ")}`;
}
