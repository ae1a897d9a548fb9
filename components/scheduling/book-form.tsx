"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

interface Asked {
  programmeId: string;
  typeId: string;
  startsAt: string;
}

export interface BookFormProps {
  organisation: string;
  asked: Asked;
  /** The session that is moved to this time; none for a new one. */
  moving?: { id: string; version: number };
  questions: readonly { key: string; label: string; required: boolean }[];
  /** A consultant books it although it is not among the free times. */
  anyway: boolean;
  /** Only a place on the waiting list is left. */
  waits: boolean;
  /** Whether the time is kept while one decides. */
  holds: boolean;
  timeZone: string;
  /** The address of this choice without its time. */
  here: string;
  /** Where sessions are listed. */
  list: string;
  actions: {
    book: (
      organisation: string,
      input: Asked & { holdId?: string; anyway: boolean; waits: boolean; answers: Record<string, string> },
    ) => Promise<ActionResult<{ id: string; waits: boolean }>>;
    hold: (organisation: string, input: Asked) => Promise<ActionResult<{ id: string; heldUntil: string }>>;
    move: (
      organisation: string,
      input: { id: string; expectedVersion: number; startsAt: string; anyway: boolean },
    ) => Promise<ActionResult<{ id: string }>>;
  };
}

interface Refused {
  message: string;
  field: string;
  next: string[];
}

/** The last step: what one is asked, and the button. The time is kept meanwhile; where it was taken, the next free ones stand below. */
export function BookForm(props: BookFormProps) {
  const { organisation, asked, moving, questions, anyway, waits, holds, timeZone, here, list, actions } = props;
  const t = useTranslations("scheduling.confirm");
  const format = useFormatter();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<Refused | null>(null);
  const hold = useHold(organisation, asked, holds, actions.hold);
  const { held, over } = hold;
  const problem = refused ?? (pending ? null : hold.refused);
  const time = (at: string) =>
    format.dateTime(new Date(at), {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "numeric",
      minute: "2-digit",
      timeZone,
    });
  const send = () =>
    start(async () => {
      setRefused(null);
      const holdId = held ? { holdId: held.id } : {};
      const result = await (
        moving
          ? actions.move(organisation, {
              id: moving.id,
              expectedVersion: moving.version,
              startsAt: asked.startsAt,
              anyway,
            })
          : actions.book(organisation, { ...asked, ...holdId, anyway, waits, answers })
      ).catch(() => null);
      if (!result) return void setRefused({ message: t("notSent"), field: "", next: [] });
      if (!result.ok) return void setRefused(refusedOf(result));
      const listed = "waits" in result.data && result.data.waits;
      toast.done(moving ? t("moved") : listed ? t("waits") : t("booked"));
      router.push(list);
    });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) send();
      }}
    >
      {holds ? (
        // It has its room before it comes: what is below never goes away from under a finger.
        <p role="status" className="min-h-[1lh] text-sm text-muted-foreground">
          {!held
            ? null
            : over
              ? t("heldOver")
              : t("held", {
                  at: format.dateTime(new Date(held.heldUntil), { hour: "numeric", minute: "2-digit", timeZone }),
                })}
        </p>
      ) : null}
      {moving
        ? null
        : questions.map(({ key, label, required }) => (
            <Field
              key={key}
              label={label}
              required={required}
              {...(required ? {} : { optional: t("optional") })}
              {...(problem?.field === `answers.${key}` ? { error: problem.message } : {})}
            >
              <Textarea
                rows={3}
                maxLength={2000}
                value={answers[key] ?? ""}
                onChange={({ target }) => setAnswers({ ...answers, [key]: target.value })}
              />
            </Field>
          ))}
      {problem && !problem.field.startsWith("answers.") ? (
        <Notice icon="octagon-alert" tone="bad" role="alert">
          <b>{problem.message}</b>
          {problem.next.length > 0 ? (
            <span className="mt-1 block">
              {t("instead")}{" "}
              {problem.next.map((at) => (
                <Link key={at} href={`${here}&at=${encodeURIComponent(at)}`} className="me-3 inline-block tap-links">
                  {time(at)}
                </Link>
              ))}
            </span>
          ) : null}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" aria-busy={pending || undefined}>
          {moving ? t("move") : waits ? t("wait") : t("book")}
        </Button>
        <Button asChild variant="quiet">
          <Link href={here} scroll={false}>
            {t("again")}
          </Link>
        </Button>
      </div>
    </form>
  );
}

/** What was refused, with the free times that came with it. */
function refusedOf(result: ActionResult<unknown>): Refused | null {
  if (result.ok) return null;
  const { message, field = "", current } = result.refusal;
  const next = current?.["next"];
  return { message, field, next: Array.isArray(next) ? next.map(String) : [] };
}

/** Keeps the time while one decides, where it can be kept. */
function useHold(organisation: string, asked: Asked, holds: boolean, hold: BookFormProps["actions"]["hold"]) {
  const [held, setHeld] = useState<{ id: string; heldUntil: string } | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [over, setOver] = useState(false);
  const { programmeId, typeId, startsAt } = asked;
  // Each reading of the page brings actions that are new values: none of them is a reason to hold the time anew.
  const ask = useEffectEvent((of: Asked) => hold(organisation, of).catch(() => null));
  useEffect(() => {
    if (!holds) return;
    let late = false;
    void ask({ programmeId, typeId, startsAt }).then((result) => {
      if (late || !result) return;
      if (result.ok) setHeld(result.data);
      setRefused(refusedOf(result));
    });
    return () => {
      late = true;
    };
  }, [programmeId, typeId, startsAt, holds]);
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => setOver(true), Math.max(0, new Date(held.heldUntil).getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [held]);
  return { held, over, refused };
}
