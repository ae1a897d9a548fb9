import "server-only";
import type { List } from "@/lib/platform/list";
import type { Module, RecordKind, Searchable } from "@/lib/platform/module";
import type { Command, Query } from "@/lib/platform/operation";

/** All operations of all modules by name, for what works on any of them: the API, undo, search, comments. */
export interface Registry {
  modules: readonly Module[];
  /** A command or query ("programmes.land"). */
  findOperation(name: string): Command | Query | null;
  findList(name: string): List | null;
  /** How records of an entity are seen; null for what no module shows on its own. */
  findRecord(entity: string): RecordKind | null;
  searchables: readonly Searchable[];
}

let made: Promise<Registry> | undefined;

/**
 * The registry. It is the one way from the platform up to the modules, and leads only to their manifests; loaded at the first
 * use, because every module stands on the platform itself.
 */
export function registry(): Promise<Registry> {
  made ??= import("@/lib/modules").then(({ modules }) => registryOf(modules));
  return made;
}

/** @throws Error when two modules name something alike: the later one would never be reached. */
export function registryOf(modules: readonly Module[]): Registry {
  const operations = new Map<string, Command | Query>();
  const lists = new Map<string, List>();
  const records = new Map<string, RecordKind>();
  const searchables = modules.flatMap((module) => module.search ?? []);
  for (const module of modules) {
    for (const operation of [...module.commands, ...module.queries]) put(operations, operation.name, operation);
    for (const list of module.lists) put(lists, list.name, list);
    for (const record of module.records ?? []) put(records, record.entity, record);
  }
  for (const name of lists.keys()) if (operations.has(name)) throw new Error(`Two operations are called ${name}.`);
  for (const searchable of searchables) if (!records.has(searchable.entity)) records.set(searchable.entity, searchable);
  return {
    modules,
    searchables,
    findOperation: (name) => operations.get(name) ?? null,
    findList: (name) => lists.get(name) ?? null,
    findRecord: (entity) => records.get(entity) ?? null,
  };
}

function put<Value>(map: Map<string, Value>, name: string, value: Value): void {
  if (map.has(name)) throw new Error(`Two things are called ${name}.`);
  map.set(name, value);
}
