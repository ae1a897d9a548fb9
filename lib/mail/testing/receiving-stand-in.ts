import { createHmac } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A mail as Resend keeps it once it has come in. */
export interface KeptMail {
  from: string;
  to?: string[];
  subject?: string;
  text?: string | null;
  headers?: Record<string, string>;
  files?: { filename: string | null; type: string; content: string }[];
  /** The whole mail as it was sent, where it is kept. */
  raw?: string;
}

export interface ReceivingStandIn {
  url: string;
  /** The paths that were asked for. */
  asked: string[];
  keep(emailId: string, mail: KeptMail): void;
  /** How the next calls are answered instead of normally. */
  next(...statuses: (number | "silent")[]): void;
  close(): Promise<void>;
}

/** A server that speaks the part of Resend's API by which received mails are read. */
export async function receivingStandIn(): Promise<ReceivingStandIn> {
  const kept = new Map<string, KeptMail>();
  const asked: string[] = [];
  const moods: (number | "silent")[] = [];
  let url = "";
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const mood = moods.shift();
    if (mood === "silent") return;
    if (mood) return answer(response, mood, { statusCode: mood, name: "stand_in", message: "no" });
    const [, emailId = "", what = "", index = ""] =
      /^\/(?:emails\/receiving|download)\/([\w-]+)(?:\/(attachments|raw|file)(?:\/(\d+))?)?$/.exec(path) ?? [];
    const mail = kept.get(emailId);
    const file = mail?.files?.[Number(index)];
    if (path.startsWith("/download/")) return void response.end(what === "raw" ? mail?.raw : file?.content);
    if (request.headers.authorization !== "Bearer re_test")
      return answer(response, 401, { statusCode: 401, name: "invalid_api_key", message: "API key is invalid" });
    if (!mail || (what === "attachments" && !file))
      return answer(response, 404, { statusCode: 404, name: "not_found", message: "Email not found" });
    if (file && what === "attachments")
      return answer(response, 200, { id: index, download_url: `${url}/download/${emailId}/file/${index}` });
    const { from, to = [], subject = "", text = "", headers = {}, files = [], raw } = mail;
    return answer(response, 200, {
      ...{ object: "email", id: emailId, from, to, subject, text, html: null, headers, cc: [], bcc: [] },
      attachments: files.map(({ filename, type, content }, at) => ({
        ...{ id: String(at), filename, content_type: type, size: content.length, content_disposition: null },
      })),
      raw: raw === undefined ? null : { download_url: `${url}/download/${emailId}/raw` },
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, asked },
    keep: (emailId, mail) => void kept.set(emailId, mail),
    next: (...statuses) => void moods.push(...statuses),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** A call of Resend's webhook, signed as Svix describes it (docs.svix.com, verifying webhooks manually). */
export function signedCall(
  event: unknown,
  secret: string,
  { id = "msg_1", at = new Date() }: { id?: string; at?: Date } = {},
): Request {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return new Request("http://localhost/api/mail/inbound", {
    ...{ method: "POST", body },
    headers: { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` },
  });
}
