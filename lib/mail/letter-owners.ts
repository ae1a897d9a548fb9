import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { mailMessages } from "@/db/schema/mail";
import type { OrganisationActor } from "@/lib/platform/actor";

/** The module that has letters written about a kind of record, and answers for what goes with them. */
export interface LetterOwner {
  /** As in `mail_messages.entity`: "resume-send". */
  entity: string;
  /**
   * Whether what goes with a letter is the actor's to see at this moment, as a condition over an expression that is the mail's id. Asked for a
   * person who opens a file of it, and for the system at each attempt to deliver: a letter waits for hours, and a consent may be gone by then.
   */
  open(actor: OrganisationActor, mailId: SQL): SQL;
}

declare global {
  // One registry per process, also where a bundler loads this module twice.
  var landfallLetterOwners: Map<string, LetterOwner> | undefined;
}

const owners = (globalThis.landfallLetterOwners ??= new Map<string, LetterOwner>());

/** Called by a module when it is loaded. */
export function ownsLetters(owner: LetterOwner): void {
  owners.set(owner.entity, owner);
}

/** Whether what goes with the mails of a statement is the actor's to see: of mails about records that have an owner, what that owner says. */
export const lettersOpen = (actor: OrganisationActor): SQL =>
  sql.join(
    [
      sql`true`,
      ...[...owners.values()].map(
        ({ entity, open }) =>
          sql`(${mailMessages.entity} is distinct from ${entity} or ${open(actor, sql`${mailMessages.id}`)})`,
      ),
    ],
    sql` and `,
  );
