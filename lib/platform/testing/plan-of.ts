import { sql, type SQL } from "drizzle-orm";
import type { QueryContext } from "@/lib/platform/operation";

export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: PlanNode[];
}

/** Every node of the plan that Postgres chooses for a statement. */
export async function planOf(context: Pick<QueryContext, "tx">, statement: SQL): Promise<PlanNode[]> {
  const { rows } = (await context.tx.execute(sql`explain (format json) ${statement}`)) as unknown as {
    rows: [{ "QUERY PLAN": [{ Plan: PlanNode }] }];
  };
  const nodes: PlanNode[] = [];
  const walk = (node: PlanNode): void => {
    nodes.push(node);
    node.Plans?.forEach(walk);
  };
  walk(rows[0]["QUERY PLAN"][0].Plan);
  return nodes;
}

/** Tables that a plan reads from one end to the other. */
export const scanned = (nodes: readonly PlanNode[]) =>
  nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]);
