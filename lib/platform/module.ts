import "server-only";
import type { SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { OrganisationActor } from "@/lib/platform/actor";
import type { BatchAction } from "@/lib/platform/batch-action";
import type { List } from "@/lib/platform/list";
import type { Command, InstallationCommand, Query, QueryContext } from "@/lib/platform/operation";
import type { Measured } from "@/lib/platform/measured";
import type { OutboxEvent } from "@/lib/platform/outbox";
import type { Permission } from "@/lib/platform/permissions";

/** Where navigation leads; the frame shows only what the person may use. */
export interface NavigationItem {
  /** Key in messages/en/<module>.json under `navigation`. */
  key: string;
  /** Below `/[organisation]`. */
  path: string;
  /** Other addresses below `/[organisation]` where it counts as the present one; `*` stands for one part, such as an id. */
  also?: readonly string[];
  icon: string;
  permission: Permission;
  group: "work" | "executives" | "records" | "looking-back" | "organisation";
  /** Shown only to who holds the permission in one of these scopes (absent: any). */
  scopes?: readonly string[];
  /** Place in the phone's bottom bar, smaller first; absent: only in the sheet. */
  phone?: number;
  /** Order within its group. */
  position: number;
}

/** A kind of record that one can open: it may carry comments, custom fields and a timeline, and who sees it sees those. */
export interface RecordKind {
  entity: string;
  permission: Permission;
  /** Which of its records the actor may see, as a condition over `entityId` of the outer query. */
  visible(actor: OrganisationActor, entityId: SQL): SQL;
  /** The id of the person whom a record is about: what colleagues write on it is not for that person. */
  about?(entityId: SQL): SQL;
  /** Its page shows fields that the organisation adds. */
  fields?: boolean;
}

/** What search keeps of a record. */
export interface SearchDocument {
  entityId: string;
  title: string;
  body: string;
}

/** A kind of record that search finds. */
export interface Searchable extends RecordKind {
  /** Where the record lies, below `/[organisation]`. */
  path(id: string): string;
  icon: string;
  /** All of it, for building the index anew: up to 500 records after an id, by id. */
  documents?(tx: Transaction, after: string | null): Promise<SearchDocument[]>;
}

/** Something to do that the command palette offers: a page on which it is done. */
export interface PaletteAction {
  /** Key in messages/en/<module>.json under `actions`. */
  key: string;
  /** Below `/[organisation]`. */
  path: string;
  icon: string;
  permission: Permission;
}

export interface NotificationKind {
  /** Key under `notifications` in the module's messages. */
  kind: string;
  app: boolean;
  mail: boolean;
}

/** Where the rows of an import come from: what is the same for all of them. */
export interface ImportedFrom {
  /** The person who brings them in; null: the organisation itself. */
  by: string | null;
  /** The record that they belong to, where the import was begun on its page. */
  within: string | null;
}

/** What an import can bring in: field by field, and the command that takes one row. */
export interface ImportTarget {
  key: string;
  permission: Permission;
  /** The kind of record that it makes, where columns may also fill fields that the organisation added to it. */
  entity?: string;
  fields: ReadonlyArray<{
    key: string;
    required: boolean;
    example: string;
    synonyms: readonly string[];
    /** Its words where they stand in no message. */
    label?: string;
  }>;
  /** The kind of record on whose page an import may begin. All rows belong to it, and `field`, which says so of a row, can be left out. */
  within?: { entity: string; field: string; name(tx: Transaction, id: string): Promise<string | null> };
  /** What makes a row the same row again; the same file twice changes nothing. */
  identity(row: Record<string, string>, from: ImportedFrom): string;
  create: Command;
  /** The input of `create` for a row. */
  input(row: Record<string, string>, from: ImportedFrom): unknown;
  /** The record that `create` made, from what it returned. */
  made(output: unknown): { id: string; version: number };
  /** Makes many records at once, all or none, where that is much faster than one after the other. */
  many?: {
    create: Command;
    input(rows: ReadonlyArray<Record<string, string>>, from: ImportedFrom): unknown;
    /** The records, in the order of the rows. */
    made(output: unknown): ReadonlyArray<{ id: string; version: number }>;
  };
  /** Takes back what `create` made; refused when it was changed since. */
  remove: Command;
  /** The input of `remove` for a record as the import made it. */
  removal(record: { id: string; version: number }): unknown;
}

/** All about one person in this module's tables: for the person to take along, and to erase. */
export interface PersonalData {
  tables: readonly string[];
  export(tx: Transaction, personId: string): Promise<Record<string, unknown[]>>;
  erase(tx: Transaction, personId: string): Promise<void>;
}

/** Tables that hold nothing of a person, with the reason. A walk asks for one or the other of every table. */
export type WithoutPersonalData = Record<string, string>;

/** A module, as everything above it reads it: palette, privacy, navigation, API, walks. */
export interface Module {
  key: string;
  commands: readonly Command[];
  queries: readonly Query[];
  lists: readonly List[];
  installation?: readonly InstallationCommand[];
  /** Run as the organisation whenever the module is switched on in one; takes no input, and does nothing where it has run. */
  beginning?: Command;
  navigation?: readonly NavigationItem[];
  actions?: readonly PaletteAction[];
  /** Kinds of record that search does not find, but that carry comments, fields or a timeline. */
  records?: readonly RecordKind[];
  search?: readonly Searchable[];
  notifications?: readonly NotificationKind[];
  /** Names of the events that its commands emit. */
  events?: readonly string[];
  /** Promises about its records that can be measured (lib/sla). */
  measures?: readonly Measured[];
  /**
   * What is derived from the records of others and kept beside them: brought up to date in the same transaction, from the events of a command, when all
   * else of it is done. It may write what it derives and nothing else.
   */
  follows?(context: QueryContext, events: readonly OutboxEvent[]): Promise<void>;
  imports?: readonly ImportTarget[];
  /** What can be done to many rows of a list at once. */
  batches?: readonly BatchAction[];
  personalData?: PersonalData;
  withoutPersonalData?: WithoutPersonalData;
}

/** A manifest. Widens the operations' types once, so that registries can hold all of them. */
export function module(definition: {
  [Key in keyof Module]: Key extends "commands" | "queries" | "lists" | "installation"
    ? readonly unknown[]
    : Key extends "beginning"
      ? unknown
      : Module[Key];
}): Module {
  return definition as Module;
}
