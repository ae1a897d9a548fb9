import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { DIRECT_LISTS } from "@/lib/resumes/fixtures/resume-documents";
import { writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { readResume } from "@/lib/resumes/read";
import { converterSetUp } from "./converter-set-up";
import { largestPdf } from "./converter";
import { docxToPdf } from "./docx-to-pdf";
import { findLibreOffice } from "./find-libreoffice";

const docx = writeDocx({ body: DIRECT_LISTS });
const usualFolder = process.env.TMPDIR;
const home = mkdtempSync(join(tmpdir(), "convert-test-"));
const temporary = join(home, "tmp");

beforeAll(() => {
  mkdirSync(temporary);
  process.env.TMPDIR = temporary;
});
afterEach(() => expect(readdirSync(temporary)).toEqual([]));
afterAll(() => {
  if (usualFolder === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usualFolder;
  rmSync(home, { recursive: true });
});

/** A picture that is not in the document: rId9 says where it is. */
const picture =
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId9"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

/** A program in the place of soffice. `$out` is the PDF that it has to write, `$in` the document. */
function program(script: string, seconds = 20) {
  const path = join(mkdtempSync(join(home, "program-")), "soffice");
  writeFileSync(
    path,
    `#!/bin/sh\nwhile [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2/resume.pdf"; shift; done\nin="$1"\n${script}\n`,
  );
  chmodSync(path, 0o755);
  return { kind: "libreoffice", path, seconds } as const;
}
const failing = (work: Promise<unknown>) => expect(work).rejects;
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A process that was killed and not yet asked about by its parent is dead all the same.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

describe("LibreOffice", () => {
  test("gets the document in a folder and a profile of its own, without the settings of this process", async () => {
    process.env.LANDFALL_MASTER_KEY_OF_TEST = "hunter2";
    const copy = join(home, "copy.docx");
    const seen = join(home, "profile.xcu");
    const converter = program(
      `cp "$in" ${copy}; cp "$HOME"/profile/user/registrymodifications.xcu ${seen}; { printf '%%PDF-1.7\\n'; env; } > "$out"`,
    );
    const once = Buffer.from(await docxToPdf(docx, converter)).toString();
    const again = Buffer.from(await docxToPdf(docx, converter)).toString();
    delete process.env.LANDFALL_MASTER_KEY_OF_TEST;
    expect(readFileSync(copy).equals(docx)).toBe(true);
    expect(readFileSync(seen, "utf8")).toContain("DisableMacrosExecution");
    expect(once).not.toContain("hunter2");
    const folder = (text: string) => /^HOME=(.*)$/m.exec(text)?.[1];
    expect(folder(once)).toMatch(/landfall-convert-/);
    expect(folder(again)).not.toBe(folder(once));
  });

  test.each([
    ["not-converted", "exit 0"],
    ["not-converted", "exit 77"],
    ["not-converted", 'printf "no PDF at all" > "$out"'],
    ["pdf-too-large", `head -c ${largestPdf + 1} /dev/zero > "$out"`],
  ])("that fails says %s: %s", async (code, script) => {
    await failing(docxToPdf(docx, program(script))).toMatchObject({ code, again: false });
  });

  test("that is not there is missing", async () => {
    await failing(docxToPdf(docx, { kind: "libreoffice", path: join(home, "nothing"), seconds: 5 })).toMatchObject({
      code: "converter-missing",
    });
  });

  test("that hangs is killed with what it started, when the time is over or somebody stops it", async () => {
    const pids = join(home, "pids");
    const hanging = `sleep 60 & echo $! >> ${pids}; echo $$ >> ${pids}; wait`;
    await failing(docxToPdf(docx, program(hanging, 1))).toMatchObject({ code: "timed-out", again: true });
    const stopping = new AbortController();
    const stopped = docxToPdf(docx, program(`rm -f ${pids}.now; ${hanging}; `), stopping.signal);
    const wait = setInterval(() => existsSync(pids) && lines(pids).length === 4 && stopping.abort(), 20);
    await failing(stopped).toMatchObject({ code: "stopped" });
    clearInterval(wait);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const all = lines(pids).map(Number);
    expect(all).toHaveLength(4);
    expect(all.filter(isAlive)).toEqual([]);
  });

  test("runs once at a time, and who is refused does not hold up the next", async () => {
    const log = join(home, "log");
    const converter = program(`echo begin >> ${log}; sleep 0.2; echo end >> ${log}; printf '%%PDF-1.7\\n' > "$out"`);
    const results = await Promise.allSettled([
      docxToPdf(docx, converter),
      docxToPdf(docx, program("exit 1")),
      docxToPdf(docx, converter),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(lines(log)).toEqual(["begin", "end", "begin", "end"]);
  });

  test("is found where it is usually installed", () => {
    const { path } = program("exit 0");
    expect(findLibreOffice([join(home, "nothing"), path])).toBe(path);
    expect(findLibreOffice([join(home, "nothing")])).toBeNull();
  });

  const installed = findLibreOffice();
  test.skipIf(!installed)("makes a PDF in which the roles are found", { timeout: 90_000 }, async () => {
    const pdf = await docxToPdf(docx, { kind: "libreoffice", path: installed!, seconds: 80 });
    const { roles } = await readResume(pdf, "a.pdf");
    expect(roles.map(({ bullets }) => bullets.length)).toEqual([2, 2]);
  });

  test.skipIf(!installed)("fetches no picture that a document names elsewhere", { timeout: 90_000 }, async () => {
    const asked: string[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url ?? "");
      response.end();
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const linked = writeDocx({
      body: DIRECT_LISTS + picture,
      relationships: `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${address}/a.png" TargetMode="External"/>`,
    });
    const pdf = await docxToPdf(linked, { kind: "libreoffice", path: installed!, seconds: 80 });
    server.close();
    expect(pdf.length).toBeGreaterThan(1000);
    expect(asked).toEqual([]);
  });
});

const lines = (file: string): string[] => readFileSync(file, "utf8").trim().split("\n");

describe("Gotenberg", () => {
  let answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void = () => undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => answer(request, response, Buffer.concat(chunks)));
  });
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const gotenberg = (more: { user?: string; seconds?: number } = {}) => ({
    kind: "gotenberg" as const,
    address: `http://${more.user ?? ""}127.0.0.1:${(server.address() as AddressInfo).port}/`,
    seconds: more.seconds ?? 20,
  });

  test("gets the document as a form, and the password of its address as such", async () => {
    let asked: { url: string | undefined; type: string; authorization: string | undefined; body: Buffer } | undefined;
    answer = ({ url, headers }, response, body) => {
      asked = { url, type: headers["content-type"] ?? "", authorization: headers.authorization, body };
      response.end("%PDF-1.7 made");
    };
    const pdf = await docxToPdf(docx, gotenberg({ user: "post:a%20b@" }));
    expect(Buffer.from(pdf).toString()).toBe("%PDF-1.7 made");
    expect(asked).toMatchObject({
      url: "/forms/libreoffice/convert",
      authorization: `Basic ${Buffer.from("post:a b").toString("base64")}`,
    });
    expect(asked!.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(asked!.body.includes('name="files"; filename="resume.docx"')).toBe(true);
    expect(asked!.body.includes(Buffer.from(docx))).toBe(true);
  });

  test.each([
    [400, "not-converted", false],
    [401, "converter-refused", false],
    [404, "converter-missing", false],
    [413, "too-large", false],
    [429, "converter-busy", true],
    [503, "converter-busy", true],
    [504, "timed-out", true],
  ])("that answers %i: %s", async (status, code, again) => {
    answer = (_, response) => response.writeHead(status).end("Mira Solberg cannot be converted");
    const failed: unknown = await docxToPdf(docx, gotenberg()).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code, again });
    expect(String(failed)).not.toContain("Mira");
  });

  test("that answers too much, something else, elsewhere, not in time or not at all", async () => {
    answer = (_, response) => response.end(Buffer.alloc(largestPdf + 1, "%PDF-"));
    await failing(docxToPdf(docx, gotenberg())).toMatchObject({ code: "pdf-too-large" });
    answer = (_, response) => response.end("<html>");
    await failing(docxToPdf(docx, gotenberg())).toMatchObject({ code: "not-converted" });
    answer = (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    await failing(docxToPdf(docx, gotenberg())).toMatchObject({ code: "converter-unreachable" });
    answer = () => undefined;
    await failing(docxToPdf(docx, gotenberg({ seconds: 0.2 }))).toMatchObject({ code: "timed-out" });
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 50);
    await failing(docxToPdf(docx, gotenberg(), stopping.signal)).toMatchObject({ code: "stopped" });
    const closed = { kind: "gotenberg", address: "http://127.0.0.1:1", seconds: 5 } as const;
    await failing(docxToPdf(docx, closed)).toMatchObject({ code: "converter-unreachable", again: true });
  });
});

test("the settings choose the converter, and screens can say that there is none", () => {
  const settings = { GOTENBERG_URL: undefined, LIBREOFFICE_PATH: undefined, CONVERTER_SECONDS: 30 };
  expect(converterSetUp({ ...settings, GOTENBERG_URL: "http://convert:3000" })).toEqual({
    kind: "gotenberg",
    address: "http://convert:3000",
    seconds: 30,
  });
  expect(converterSetUp({ ...settings, LIBREOFFICE_PATH: "/opt/soffice" })).toMatchObject({ path: "/opt/soffice" });
  expect(converterSetUp({ ...settings, LIBREOFFICE_PATH: "off" })).toBeNull();
  const found = findLibreOffice();
  expect(converterSetUp(settings)).toEqual(found === null ? null : { kind: "libreoffice", path: found, seconds: 30 });
});

test("a document beyond the limits of uploads is not sent anywhere", async () => {
  const huge = new Uint8Array(60_000_000);
  await failing(docxToPdf(huge, program("exit 0"))).toMatchObject({ code: "too-large" });
});
