import "server-only";
import { declineFeedback, openFeedback, saveFeedback, submitFeedback } from "@/lib/competencies/commands/feedback";
import { noteLevelsFile } from "@/lib/competencies/commands/file";
import {
  addCompetency,
  discardDraft,
  editCompetency,
  publishDraft,
  removeCompetency,
  startDraft,
} from "@/lib/competencies/commands/framework";
import { beginFramework } from "@/lib/competencies/commands/framework-begin";
import { saveRating, submitRating } from "@/lib/competencies/commands/ratings";
import { archiveRole, chooseTarget, restoreRole, saveRole, writeTarget } from "@/lib/competencies/commands/roles";
import { addRater, closeRound, startRound } from "@/lib/competencies/commands/rounds";
import { closeDueRounds, remindRaters } from "@/lib/competencies/commands/sweeps";
import { competenciesPersonalData } from "@/lib/competencies/personal-data";
import { feedbackForm, ratingForm } from "@/lib/competencies/queries/forms";
import {
  compareFrameworks,
  frameworkVersions,
  oneFramework,
  roleLibrary,
  targetChoices,
} from "@/lib/competencies/queries/framework";
import { competencyOverview } from "@/lib/competencies/queries/overview";
import { module } from "@/lib/platform/module";

/** What executives can do, as they, their consultant and people who know their work see it. */
export const competenciesModule = module({
  key: "competencies",
  commands: [
    addCompetency,
    addRater,
    archiveRole,
    beginFramework,
    chooseTarget,
    closeDueRounds,
    closeRound,
    declineFeedback,
    discardDraft,
    editCompetency,
    noteLevelsFile,
    publishDraft,
    remindRaters,
    removeCompetency,
    restoreRole,
    saveFeedback,
    saveRating,
    saveRole,
    startDraft,
    startRound,
    submitFeedback,
    submitRating,
    writeTarget,
  ],
  queries: [
    compareFrameworks,
    competencyOverview,
    feedbackForm,
    frameworkVersions,
    oneFramework,
    ratingForm,
    roleLibrary,
    targetChoices,
  ],
  lists: [],
  installation: [openFeedback],
  beginning: beginFramework,
  navigation: [
    {
      key: "framework",
      path: "/framework",
      icon: "scale",
      permission: "frameworks:read",
      group: "organisation",
      position: 42,
    },
  ],
  notifications: [
    { kind: "competencies.rated", app: true, mail: false },
    { kind: "competencies.round-closed", app: true, mail: true },
  ],
  personalData: competenciesPersonalData,
  withoutPersonalData: {
    competency_frameworks: "Versions of what the organisation rates by.",
    competencies: "What the organisation rates by.",
  },
});
