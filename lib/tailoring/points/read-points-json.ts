import { PointCollection } from "./collect-points";
import { columnKind } from "./column-names";
import { readJson, type JsonNode } from "./json-nodes";
import type { ReadPoints } from "./points";

type JsonObject = Extract<JsonNode, { kind: "object" }>;

/**
 * Points from JSON: a list of `{technology, points: [...]}`, an object with a list for each technology, rows of `{technology, point}`, or such a
 * list inside of an object. Fields may be named as columns are. Broken text is told by its line; what stands before it is kept.
 */
export function readPointsJson(text: string): ReadPoints {
  const collection = new PointCollection();
  const { values, brokenAt } = readJson(text);
  for (const value of values) readNode(value, collection);
  if (brokenAt !== null) collection.problem("not-json", brokenAt);
  return collection.result();
}

function readNode(node: JsonNode, collection: PointCollection): void {
  if (node.kind === "list") return node.items.forEach((item) => readNode(item, collection));
  if (node.kind === "text") return collection.problem("no-technology", node.line);
  if (node.kind === "other") return collection.problem("not-text", node.line);
  const technology = field(node, "technology");
  const points = field(node, "point");
  if (technology?.kind === "text") return readPoints(technology.text, points, node.line, collection);
  if (technology === null && points?.kind === "text") return collection.problem("no-technology", node.line);
  for (const { name, value } of node.entries) {
    // A list of objects lies in its wrapping: { "points": [ { … } ] }.
    const wraps = value.kind === "list" && value.items.length > 0 && value.items.every(({ kind }) => kind === "object");
    if (wraps) readNode(value, collection);
    else readPoints(name, value.kind === "object" ? (field(value, "point") ?? value) : value, value.line, collection);
  }
}

function field(node: JsonObject, kind: "technology" | "point"): JsonNode | null {
  return node.entries.find(({ name }) => columnKind(name) === kind)?.value ?? null;
}

function readPoints(technology: string, points: JsonNode | null, line: number, collection: PointCollection): void {
  const list = points?.kind === "list" ? points.items : points ? [points] : [];
  if (list.length === 0) return collection.problem("no-points", line);
  for (const point of list) {
    const sentence = point.kind === "object" ? field(point, "point") : point;
    if (sentence?.kind === "text") collection.add(technology, sentence.text, sentence.line);
    else collection.problem("not-text", point.line);
  }
}
