import "server-only";
import type { Transaction } from "@/db/client";

const writing = new Set<PropertyKey>(["insert", "update", "delete"]);

/** The same transaction, counting how often it is asked to write. It does not see raw SQL; commands do not use it to write. */
export function watchWrites(tx: Transaction, counter: { writes: number }): Transaction {
  return new Proxy(tx, {
    get(target, property, receiver) {
      if (writing.has(property)) counter.writes += 1;
      const value: unknown = Reflect.get(target, property, receiver);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
