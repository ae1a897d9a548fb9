"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { fileSize } from "@/components/files/file-size";
import { ContactsOfEach } from "@/components/tailoring/sending/contacts-of-each";
import { LetterFields } from "@/components/tailoring/sending/letter-fields";
import { LetterPreview } from "@/components/tailoring/sending/letter-preview";
import { calledIn, lettersAhead, loadOf, problemsOf } from "@/components/tailoring/sending/letters";
import { MissingValues } from "@/components/tailoring/sending/missing-values";
import { isAddress, RecipientFields } from "@/components/tailoring/sending/recipient-fields";
import { firstProblem, forSeveral, recipientsOf } from "@/components/tailoring/sending/send-rules";
import { SendOptions } from "@/components/tailoring/sending/send-options";
import { SendResult } from "@/components/tailoring/sending/send-result";
import type {
  LetterPreview as Shown,
  PreviewAsked,
  SendDone,
  SendItem,
  SendTemplate,
} from "@/components/tailoring/sending/types";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Field, FieldSet } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { RadioLine } from "@/components/ui/radio";
import { toast } from "@/components/ui/toast";
import { longestSubject, mostBytes, mostFiles } from "@/lib/mail/rules/letter-limits";
import type { ActionResult } from "@/lib/platform/result";
import { attachmentKinds, type AttachmentKind, type SendRecipient } from "@/lib/tailoring/sending/attachment-kinds";

interface Asked {
  items: Array<{ submissionId: string; versionId: string }>;
  recipients: SendRecipient[];
  subject: string;
  body: string;
  templateId?: string;
  attachments: AttachmentKind[];
  followUpDays: string;
  notesOpenings: boolean;
  together: boolean;
}

export interface SendFormProps {
  organisation: string;
  items: readonly SendItem[];
  templates: readonly SendTemplate[];
  /** Addresses that refused mail before. */
  suppressed: readonly string[];
  /** Whether one may ask to see when a letter is opened. */
  mayNoteOpenings: boolean;
  /** In whose name it leaves. */
  from: string;
  send: (organisation: string, asked: Asked) => Promise<ActionResult<SendDone>>;
  preview: (organisation: string, asked: PreviewAsked) => Promise<ActionResult<Shown>>;
}

/** Sends resumes: to whom, in which words, with which files; what is missing stands before the button, the letter beside it. */
export function SendForm({
  organisation,
  items,
  templates,
  suppressed,
  mayNoteOpenings,
  from,
  send,
  preview,
}: SendFormProps) {
  const t = useTranslations("sending.form");
  const locale = useLocale();
  const ready = items.filter(({ version }) => version !== null);
  const [first] = templates;
  const [templateId, setTemplateId] = useState(first?.id ?? "");
  const [words, setWords] = useState({ subject: first?.subject ?? "", body: first?.body ?? "" });
  const [recipients, setRecipients] = useState<SendRecipient[]>(() => recipientsOf(ready));
  const there = attachmentKinds.filter((kind) =>
    ready.every(({ version }) => version!.files.some((file) => file.kind === kind)),
  );
  const [kinds, setKinds] = useState<AttachmentKind[]>(there.slice(0, 1));
  const [days, setDays] = useState(first?.followUpDays ? String(first.followUpDays) : "");
  const [openings, setOpenings] = useState(false);
  const [asOne, setAsOne] = useState(false);
  const [seen, setSeen] = useState(0);
  const [checked, setChecked] = useState(false);
  const [sending, setSending] = useState(false);
  const [done, setDone] = useState<SendDone | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const [previewOf] = useState(() => (asked: PreviewAsked) => preview(organisation, asked));

  if (done) return <SendResult {...{ organisation, items, done }} />;
  const oneRequirement = ready.length > 1 && new Set(ready.map(({ requirementId }) => requirementId)).size === 1;
  const together = asOne && oneRequirement;
  const letters = lettersAhead(ready, recipients, words, together ? { locale } : null);
  const toGo = letters.filter(({ sentOn }) => !sentOn);
  const tooMuch = toGo.map((letter) => loadOf(letter, kinds)).find((load) => load.tooMuch);
  const problems = problemsOf(words);
  const tooLong = toGo.find(({ subject }) => subject.length > longestSubject);
  const shown = letters[Math.min(seen, letters.length - 1)];
  const addressed = letters.length > 0 && letters.every(({ recipient }) => isAddress(recipient.address));
  const whole =
    addressed &&
    !tooLong &&
    [problems.subject, problems.body].every((problem) => problem === null) &&
    letters.every(({ missing, sentOn }) => missing.length === 0 || sentOn) &&
    kinds.length > 0 &&
    !tooMuch;

  const choose = (id: string) => {
    setTemplateId(id);
    const template = templates.find((one) => one.id === id);
    if (!template) return;
    setWords({ subject: template.subject, body: template.body });
    setDays(template.followUpDays ? String(template.followUpDays) : "");
  };
  /** Words of a template that fit the other way are changed for those of one that fits this way; what somebody wrote stays. */
  const chooseWay = (one: boolean) => {
    setAsOne(one);
    const chosen = templates.find(({ id }) => id === templateId);
    if (!chosen || chosen.subject !== words.subject || chosen.body !== words.body) return;
    const fits = (template: SendTemplate) => forSeveral(template) === one;
    const better = fits(chosen) ? null : templates.find(fits);
    if (better) choose(better.id);
  };
  const press = async () => {
    setChecked(true);
    if (!whole) {
      // Once what is wrong is marked.
      requestAnimationFrame(() => {
        const problem = firstProblem(form.current);
        problem?.scrollIntoView({ block: "center" });
        problem?.focus({ preventScroll: true });
      });
      return void toast.problem(t("notWhole"), { name: "letters", milliseconds: 8_000 });
    }
    setSending(true);
    const result = await send(organisation, {
      items: ready.map(({ submissionId, version }) => ({ submissionId, versionId: version!.id })),
      recipients: recipients.map(({ address, name }) => ({ address: address.trim(), name: name.trim() })),
      ...words,
      ...(templateId ? { templateId } : {}),
      ...{ attachments: kinds, followUpDays: days, notesOpenings: openings, together },
    }).catch(() => null);
    setSending(false);
    if (!result?.ok) return void toast.problem(result?.refusal.message ?? t("notSent"), { name: "letters" });
    setDone(result.data);
  };
  const asPerson = checked ? { subject: problems.subject ?? undefined, body: problems.body ?? undefined } : {};
  const said = {
    subject:
      asPerson.subject === ""
        ? t("noSubject")
        : (asPerson.subject ??
          (problems.subject ||
            (tooLong ? t("longSubject", { is: tooLong.subject.length, most: longestSubject }) : undefined))),
    body: asPerson.body === "" ? t("noBody") : (asPerson.body ?? (problems.body || undefined)),
  };
  return (
    <form
      ref={form}
      noValidate
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 beside:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) void press();
      }}
    >
      <div className="grid min-w-0 gap-5">
        {ready.length < items.length ? (
          <Notice icon="triangle-alert" tone="warn">
            {t("notTailored", {
              names: items
                .filter(({ version }) => !version)
                .map(({ name }) => name)
                .join(", "),
            })}
          </Notice>
        ) : null}
        {oneRequirement ? (
          <Card pad>
            <FieldSet legend={t("way")}>
              {([false, true] as const).map((one) => (
                <RadioLine
                  key={String(one)}
                  name="way"
                  checked={asOne === one}
                  onChange={() => chooseWay(one)}
                  hint={t(one ? "wayOneHint" : "wayEachHint")}
                >
                  {t(one ? "wayOne" : "wayEach", { count: ready.length })}
                </RadioLine>
              ))}
            </FieldSet>
          </Card>
        ) : null}
        <Card pad>
          <h2 className="mb-3 text-base font-semibold">{t("to")}</h2>
          {recipients.length > 0 ? (
            <RecipientFields {...{ recipients, suppressed, checked }} onChange={setRecipients} />
          ) : (
            <ContactsOfEach
              {...{ organisation, letters }}
              onOthers={() => setRecipients([{ address: "", name: "" }])}
            />
          )}
        </Card>
        <Card pad className="grid gap-4">
          <Field label={t("template")} aside={<Link href={`/${organisation}/send-templates`}>{t("templates")}</Link>}>
            <NativeSelect value={templateId} onChange={(event) => choose(event.target.value)}>
              {templates.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="">{t("noTemplate")}</option>
            </NativeSelect>
          </Field>
          <LetterFields
            {...words}
            problems={said}
            onChange={(change) => setWords((before) => ({ ...before, ...change }))}
          />
        </Card>
        <SendOptions
          {...{ ready, there, kinds, days }}
          openings={mayNoteOpenings ? openings : null}
          onKinds={setKinds}
          onDays={setDays}
          onOpenings={setOpenings}
        />
        <MissingValues {...{ organisation, letters, together }} />
        {tooMuch ? (
          <Notice icon="triangle-alert" tone="warn" role="status" data-slot="missing-values">
            {t("tooMuch", {
              ...{ files: tooMuch.files, size: fileSize(tooMuch.bytes, locale) },
              ...{ most: fileSize(mostBytes, locale), mostFiles, together: together ? "yes" : "no" },
            })}
          </Notice>
        ) : null}
        {letters.some(({ before }) => before.length > 0) ? (
          <Notice icon="info">
            {letters.flatMap(({ recipient, before }) =>
              before.map(({ item, on }) => (
                <p key={`${item.submissionId} ${recipient.address}`}>
                  {t("sentBefore", { name: item.name, recipient: recipient.name || recipient.address, on })}
                </p>
              )),
            )}
          </Notice>
        ) : null}
        <div
          data-slot="send-bar"
          className="sticky bottom-0 z-10 bg-background py-3 phone:fixed phone:inset-x-0 phone:bottom-[calc(var(--bottombar-height)+env(safe-area-inset-bottom))] phone:z-20 phone:border-t phone:border-border phone:bg-background phone:px-4 phone:py-2.5"
        >
          <Button
            type="submit"
            variant="primary"
            className="phone:h-12 phone:w-full"
            aria-busy={sending || undefined}
            disabled={toGo.length === 0}
          >
            <Icon name="send" />
            {t("send", { count: toGo.length })}
          </Button>
        </div>
      </div>
      <div className="min-w-0 phone:pb-24 wide:sticky wide:top-[calc(var(--topbar-height)+16px)]">
        <Card className="overflow-hidden">
          <CardHeader>
            <CardTitle>{t("preview")}</CardTitle>
            {letters.length > 1 ? (
              <NativeSelect
                aria-label={t("whose")}
                className="ms-auto"
                value={String(Math.min(seen, letters.length - 1))}
                onChange={(event) => setSeen(Number(event.target.value))}
              >
                {letters.map(({ items: inIt, recipient }, place) => (
                  <option key={place} value={place}>
                    {t("letterTo", {
                      name: together ? inIt.map(({ name }) => name).join(", ") : calledIn(ready)(inIt[0]!),
                      recipient: recipient.name || recipient.address || "…",
                    })}
                  </option>
                ))}
              </NativeSelect>
            ) : null}
          </CardHeader>
          {shown ? (
            <LetterPreview letter={shown} {...words} {...{ kinds, from, together }} preview={previewOf} />
          ) : (
            <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("nobody")}</p>
          )}
        </Card>
      </div>
    </form>
  );
}
