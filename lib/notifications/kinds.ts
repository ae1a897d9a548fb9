import "server-only";
import type { NotificationKind } from "@/lib/platform/module";
import { registry } from "@/lib/platform/registry";

/** By which ways a person is told. */
export interface Channels {
  app: boolean;
  mail: boolean;
}

/** All kinds of notifications, as the manifests declare them (`<module>.<name>`). */
export async function notificationKinds(): Promise<readonly NotificationKind[]> {
  return (await registry()).modules.flatMap((module) => module.notifications ?? []);
}

/** What holds for a kind until a person chooses; a kind that no manifest declares is shown in the app only. */
export async function defaultOf(kind: string): Promise<Channels> {
  const known = (await notificationKinds()).find((candidate) => candidate.kind === kind);
  return known ? { app: known.app, mail: known.mail } : { app: true, mail: false };
}

/** Where the words of a kind are: `programmes.task-due` → `programmes.notifications.task-due.text`. */
export function messageKeyOf(kind: string, part: "text" | "label"): string {
  const dot = kind.indexOf(".");
  return `${kind.slice(0, dot)}.notifications.${kind.slice(dot + 1)}.${part}`;
}
