/** Somebody who waits for a consultant, and for what. */
export interface Waiting {
  kind: "message" | "sign-off" | "plan" | "landing" | "first-contact" | "aftercare";
  /** Once on the page. */
  key: string;
  programmeId: string;
  /** The executive. */
  name: string;
  /** A message's first words, a task's or position's title. */
  about: string;
  since: Date;
  /** Tasks that wait for a signature, and the pieces of evidence with them. */
  tasks?: number;
  evidence?: number;
  /** A message that was read and not answered. */
  read?: boolean;
}

interface Sources {
  threads: ReadonlyArray<{
    programmeId: string;
    other: string;
    unread: number;
    last: string;
    lastAt: Date;
    lastMine: boolean;
  }>;
  signatures: ReadonlyArray<{
    taskId: string;
    programmeId: string;
    title: string;
    name: string;
    doneAt: Date;
    evidence: number;
  }>;
  plans: ReadonlyArray<{ programmeId: string; name: string; goal: string; signedAt: Date }>;
  landings: ReadonlyArray<{
    programmeId: string;
    name: string;
    title: string;
    companyName: string;
    since: Date;
  }>;
  uncontacted: ReadonlyArray<{ id: string; name: string; lastRole: string; acceptedAt: Date | null; invitedAt: Date }>;
  aftercare: ReadonlyArray<{ programmeId: string; name: string; afterDays: number; dueOn: string }>;
}

/** For how many days a message that was read and not answered still counts as waiting: after that it was most likely a word of thanks. */
const readWaitsDays = 7;

/** Who asked something, or was told nothing yet, comes before what only lacks a signature; what was read already comes last. */
const urgency = ({ kind, read }: Waiting): number =>
  read ? 2 : kind === "message" || kind === "first-contact" || kind === "landing" ? 0 : 1;

/**
 * Who waits for a consultant: who asked first, then what is to be signed and asked after, then what was read and not answered; in
 * each the longest first. The tasks of one person are one line, and who wrote is not told of a second time as never contacted.
 */
export function waitingFor(sources: Sources, now: Date): Waiting[] {
  const recent = now.getTime() - readWaitsDays * 86_400_000;
  const messages = sources.threads
    .filter(({ unread, lastMine, lastAt }) => !lastMine && (unread > 0 || lastAt.getTime() > recent))
    .map(({ programmeId, other, last, lastAt, unread }): Waiting => ({
      ...{ kind: "message", key: `message-${programmeId}`, programmeId, name: other, about: last, since: lastAt },
      ...(unread === 0 ? { read: true } : {}),
    }));
  const wrote = new Set(messages.map(({ programmeId }) => programmeId));
  const rest: Waiting[] = [
    ...signOffs(sources.signatures),
    ...sources.plans.map(({ programmeId, name, goal, signedAt }) => ({
      ...{ kind: "plan" as const, key: `plan-${programmeId}`, programmeId, name, about: goal, since: signedAt },
    })),
    ...sources.landings.map(({ programmeId, name, title, companyName, since }) => ({
      ...{ kind: "landing" as const, key: `landing-${programmeId}`, programmeId, name, since },
      about: [title, companyName].filter(Boolean).join(", "),
    })),
    ...sources.uncontacted
      .filter(({ id }) => !wrote.has(id))
      .map(({ id, name, lastRole, acceptedAt, invitedAt }) => ({
        ...{ kind: "first-contact" as const, key: `first-${id}`, programmeId: id, name, about: lastRole },
        since: acceptedAt ?? invitedAt,
      })),
    ...sources.aftercare.map(({ programmeId, name, afterDays, dueOn }) => ({
      ...{ kind: "aftercare" as const, key: `aftercare-${programmeId}-${afterDays}`, programmeId, name },
      ...{ about: String(afterDays), since: new Date(`${dueOn}T08:00:00Z`) },
    })),
  ];
  return [...messages, ...rest].sort(
    (left, right) => urgency(left) - urgency(right) || left.since.getTime() - right.since.getTime(),
  );
}

/** The tasks of each programme as one line, named after the one that waits longest. */
function signOffs(signatures: Sources["signatures"]): Waiting[] {
  const lines = new Map<string, Waiting>();
  for (const { taskId, programmeId, title, name, doneAt, evidence } of signatures) {
    const line = lines.get(programmeId);
    const more = { tasks: (line?.tasks ?? 0) + 1, evidence: (line?.evidence ?? 0) + evidence };
    lines.set(programmeId, {
      ...(line && line.since <= doneAt
        ? line
        : { kind: "sign-off", key: taskId, programmeId, name, about: title, since: doneAt }),
      ...more,
    });
  }
  return [...lines.values()];
}

/** Where each is answered, below the programme. */
export function placeOf({ kind, key }: Pick<Waiting, "kind" | "key">): string {
  switch (kind) {
    case "sign-off":
      return `/tasks#task-${key}`;
    case "plan":
      return "/plan";
    case "landing":
      return "/do/land";
    case "aftercare":
      return "/landing";
    default:
      return "/messages";
  }
}
