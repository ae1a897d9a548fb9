import { readdirSync } from "node:fs";
import type { CrossedWorld } from "../../scripts/testing/crossing";

/** One request to a route: with the organisation in the address, and the ids of a world. */
export type RouteRequest = (organisation: string, ids: CrossedWorld) => { path: string; init?: RequestInit };

const file = (path: string): { path: string; init: RequestInit } => ({
  path,
  init: { method: "POST", headers: { "x-file-name": "Contacts.csv" }, body: "Name,E-mail\nVera,vera@example.com\n" },
});

/** Routes that hold nothing of an organisation, with what they are. The API's operations have a table of their own. */
const beyond: Readonly<Record<string, string>> = {
  "/api/auth/[...nextauth]": "signing in and out",
  "/api/calendar/[file]": "sessions of one person, behind an address that is a secret of its own",
  "/api/inngest": "calls of background functions, signed",
  "/api/mail/inbound": "calls that tell of mail which came in, signed; not there where none comes in",
  "/api/notifications/stream": "news for the account of the session, without an address of anything",
  "/api/opens/[token]": "a picture of one pixel, the same whatever is asked for",
  "/api/v1/[organisation]/[module]/[operation]": "every operation, one by one",
  "/api/v1/openapi.json": "the description of the API",
  "/health": "whether it runs",
  "/health/db": "whether the database answers",
  "/health/jobs": "whether background work goes on",
  "/metrics": "figures of the installation, behind a token",
};

/** Every other route, with requests that reach into an organisation. */
export const routeTable: Readonly<Record<string, RouteRequest[]>> = {
  "/api/exports/[organisation]/[list]": [(slug) => ({ path: `/api/exports/${slug}/people.list` })],
  "/api/files/[organisation]": [
    (slug) => file(`/api/files/${slug}`),
    (slug, { programmeId }) => file(`/api/files/${slug}?entity=programme&entityId=${programmeId}`),
  ],
  "/api/files/[organisation]/[fileId]": [(slug, { fileId }) => ({ path: `/api/files/${slug}/${fileId}` })],
  "/api/files/[organisation]/[fileId]/preview": [
    (slug, { resumeFileId }) => ({ path: `/api/files/${slug}/${resumeFileId}/preview` }),
  ],
  "/api/tailoring/[organisation]/[submissionId]/document/[which]": [
    (slug, { tailoredSubmissionId }) => ({ path: `/api/tailoring/${slug}/${tailoredSubmissionId}/document/original` }),
    (slug, { tailoredSubmissionId, tailoredVersionId }) => ({
      path: `/api/tailoring/${slug}/${tailoredSubmissionId}/document/${tailoredVersionId}`,
    }),
  ],
  "/api/tailoring/[organisation]/[submissionId]/preview/[which]": [
    (slug, { tailoredSubmissionId }) => ({ path: `/api/tailoring/${slug}/${tailoredSubmissionId}/preview/draft` }),
    (slug, { tailoredSubmissionId, tailoredVersionId }) => ({
      path: `/api/tailoring/${slug}/${tailoredSubmissionId}/preview/${tailoredVersionId}`,
    }),
  ],
  "/api/tailoring/[organisation]/batches/[batchId]": [
    (slug, { tailoringBatchId }) => ({ path: `/api/tailoring/${slug}/batches/${tailoringBatchId}` }),
  ],
  "/api/notifications/latest": [(slug) => ({ path: `/api/notifications/latest?organisation=${slug}` })],
  "/api/search/[organisation]": [(slug) => ({ path: `/api/search/${slug}?words=robin` })],
  "/[organisation]/programmes/[id]/competencies/levels": [
    (slug, { programmeId }) => ({ path: `/${slug}/programmes/${programmeId}/competencies/levels` }),
  ],
  "/[organisation]/sessions/[session]/file": [
    (slug, { sessionId }) => ({ path: `/${slug}/sessions/${sessionId}/file` }),
  ],
  "/[organisation]/imports/[importId]/to-correct": [
    (slug, { importId }) => ({ path: `/${slug}/imports/${importId}/to-correct` }),
  ],
  "/[organisation]/imports/template/[target]": [(slug) => ({ path: `/${slug}/imports/template/people` })],
};

/** Routes under `app/` of which neither table says what becomes of them, and lines of the tables that have no route. */
export function routesUnknown(): string[] {
  const there = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)route\.ts$/.test(path))
    .map(
      (path) =>
        `/${path
          .split("/")
          .slice(0, -1)
          .filter((folder) => !folder.startsWith("("))
          .join("/")}`,
    );
  const named = [...Object.keys(beyond), ...Object.keys(routeTable)];
  return [...there.filter((route) => !named.includes(route)), ...named.filter((route) => !there.includes(route))];
}
