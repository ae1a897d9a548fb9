import "server-only";
import { importTarget } from "@/lib/imports/targets/import-target";
import { nameKey } from "@/lib/platform/keys";
import { addPoint, addPoints, removeImportedPoint } from "@/lib/tailoring/library/commands";
import { technologyKey } from "@/lib/tailoring/technology-key";

const pointIn = (row: Record<string, string>) => ({
  technology: row.technology ?? "",
  text: row.text ?? "",
  tags: [...new Set((row.tags ?? "").split(/[,;|]/).map((tag) => tag.trim()))].filter(Boolean),
});

/** Points from a table: technology, the point, and tags with commas between them. The same words for a technology are the same point. */
export const pointsTarget = importTarget({
  key: "points",
  permission: "tailoring:write",
  fields: [
    { key: "technology", required: true, example: "Kafka", synonyms: ["skill", "tech", "tool", "keyword", "category"] },
    {
      key: "text",
      required: true,
      example: "Introduced Kafka for container events: 12,000 a second.",
      synonyms: ["point", "bullet", "sentence", "bullet point", "description"],
    },
    { key: "tags", required: false, example: "events, scale", synonyms: ["tag", "labels", "label"] },
  ],
  identity: (row) => `${technologyKey(row.technology ?? "")} / ${nameKey(row.text ?? "").replace(/[.\s]+$/, "")}`,
  create: addPoint,
  input: (row) => pointIn(row),
  made: (output) => output as { id: string; version: number },
  many: {
    create: addPoints,
    input: (rows) => ({ points: rows.map(pointIn) }),
    made: (output) => (output as { points: Array<{ id: string; version: number }> }).points,
  },
  remove: removeImportedPoint,
  removal: ({ id, version }) => ({ id, expectedVersion: version }),
});
