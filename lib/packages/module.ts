import "server-only";
import {
  addPackageTask,
  archivePackage,
  beginPackages,
  createPackage,
  editPackage,
  editPackageTask,
  editPhase,
  removePackageTask,
  restorePackage,
  setEntitlements,
} from "@/lib/packages/commands";
import { allPackages, onePackage, packageList } from "@/lib/packages/queries";
import { module } from "@/lib/platform/module";

/** What programmes begin with. */
export const packagesModule = module({
  key: "packages",
  commands: [
    addPackageTask,
    archivePackage,
    beginPackages,
    createPackage,
    editPackage,
    editPackageTask,
    editPhase,
    removePackageTask,
    restorePackage,
    setEntitlements,
  ],
  queries: [allPackages, onePackage],
  lists: [packageList],
  beginning: beginPackages,
  navigation: [
    {
      key: "packages",
      path: "/packages",
      icon: "layers",
      permission: "packages:write",
      group: "organisation",
      position: 40,
    },
  ],
  withoutPersonalData: {
    packages: "What the firm offers.",
    package_phases: "The phases of what the firm offers.",
    package_tasks: "The tasks of what the firm offers.",
    package_entitlements: "The sessions that come with what the firm offers.",
  },
});
