import { DateTime } from "luxon";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { book, bookAgain, hold, move } from "../actions";
import { askedAgain } from "./asked-series";
import { undoAction } from "../../../../undo-action";
import { programmeOfPage } from "../../programme-of-page";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { BookForm } from "@/components/scheduling/book-form";
import { OtherTime } from "@/components/scheduling/other-time";
import { SeriesAsk } from "@/components/scheduling/series-ask";
import { SeriesForm } from "@/components/scheduling/series-form";
import { SlotDays } from "@/components/scheduling/slot-days";
import { TypeRows } from "@/components/scheduling/type-rows";
import { WeekLinks } from "@/components/scheduling/week-links";
import { Empty } from "@/components/states/empty";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { Refusal } from "@/lib/platform/refusal";
import { bookableTypes, freeTimes, oneSession } from "@/lib/scheduling/queries";
import { previewSeries } from "@/lib/scheduling/series-query";

const week = 7;
const two = 62;
const hour = 3_600_000;

/** Books a session in three steps that are addresses: what, when, and what one is asked. With `?moving=` another time for one that is booked. */
async function BookPage({ params, searchParams }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const asked = await searchParams;
  const word = (key: string) => (typeof asked[key] === "string" ? asked[key] : "");
  const t = await getTranslations("scheduling");
  const format = await getFormatter();
  const { sees, programme, timeZone } = await programmeOfPage(organisation, id);
  if (!sees.books) notFound();
  const typed = DateTime.fromISO(`${word("day")}T${word("time")}`, { zone: timeZone });
  const given = word("at") ? new Date(word("at")) : typed.isValid ? typed.toJSDate() : null;
  const at = given && !Number.isNaN(given.getTime()) ? given : null;
  const again = at ? askedAgain(word, at, timeZone) : null;
  const found = await readPage(organisation, async ({ ask, now }) => {
    const moving = word("moving") ? await ask(oneSession, { id: word("moving") }) : null;
    const types = await ask(bookableTypes, { programmeId: id });
    const type = types.find((one) => one.id === (moving?.typeId ?? word("type"))) ?? null;
    const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf("day");
    const wanted = DateTime.fromISO(word("from"), { zone: timeZone });
    const first = wanted.isValid && wanted > today ? wanted.startOf("day") : today;
    const last = first.plus({ days: week });
    const range = { typeId: type?.id ?? "", programmeId: id, ...(moving ? { moving: moving.id } : {}) };
    const between = (from: DateTime, to: DateTime) =>
      ask(freeTimes, { ...range, from: from.toUTC().toISO()!, to: to.toUTC().toISO()! });
    const slots = type ? await between(first, last) : [];
    const next = type && slots.length === 0 ? (await between(last, last.plus({ days: two })))[0] : undefined;
    const repeats = type && !moving && !programme.mine && type.capacity === 1 ? again?.asked : null;
    const series =
      type && at && repeats
        ? await ask(previewSeries, {
            ...{ programmeId: id, typeId: type.id, startsAt: at.toISOString(), timeZone, ...repeats },
          }).catch(refusedAt)
        : null;
    return { ...{ moving, types, type, today, first, last, slots, next, now, series } };
  });
  const { moving, types, type, today, first, last, slots, next, now, series } = found;
  const list = `/${organisation}/programmes/${id}/sessions`;
  if (!type)
    return (
      <Card className="max-w-3xl" data-own-action>
        <CardHeader>
          <CardTitle>{t("book.choose")}</CardTitle>
        </CardHeader>
        {types.length === 0 ? (
          <Empty icon="calendar-days" title={t("book.noTypes.title")}>
            {t("book.noTypes.text")}
          </Empty>
        ) : (
          <TypeRows types={types} here={`${list}/book`} />
        )}
      </Card>
    );
  const query = moving ? `moving=${moving.id}` : `type=${type.id}`;
  const dayOf = (day: DateTime) => day.toISODate()!;
  const hrefFrom = (day: DateTime) => `${list}/book?${query}&from=${dayOf(day)}`;
  const here = hrefFrom(first);
  const chosen = at && slots.find(({ startsAt }) => startsAt.getTime() === at.getTime());
  const { mine } = programme;
  const moment = (when: Date) =>
    format.dateTime(when, {
      ...{ weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" },
      ...{ timeZone, timeZoneName: "short" },
    });
  const { moveNoticeHours, cancelNoticeHours, late } = type;
  const before = moving ? moving.startsAt.getTime() - now.getTime() : Infinity;
  const lateMove = mine && late === "counts" && before < moveNoticeHours * hour;
  return (
    <div className="grid max-w-3xl gap-5" data-own-action>
      <SectionHead
        title={moving ? t("book.move", { title: moving.title }) : type.name}
        more={moving ? undefined : <Link href={`${list}/book`}>{t("book.other")}</Link>}
        className="mb-0"
      />
      <Card pad className="grid gap-5">
        <WeekLinks
          label={t("book.week", {
            from: format.dateTime(first.toJSDate(), { day: "numeric", month: "short", timeZone }),
            to: format.dateTime(last.minus({ days: 1 }).toJSDate(), { day: "numeric", month: "short", timeZone }),
          })}
          earlier={first > today ? hrefFrom(DateTime.max(today, first.minus({ days: week }))) : null}
          later={hrefFrom(last)}
        />
        {slots.length > 0 ? (
          <SlotDays
            slots={slots}
            chosen={at}
            timeZone={timeZone}
            hrefOf={(when) => `${here}&at=${encodeURIComponent(when.toISOString())}#confirm`}
          />
        ) : (
          <p>
            {t("book.none")}{" "}
            {next ? (
              <>
                {t("book.next", { at: moment(next.startsAt) })}{" "}
                <Link
                  href={`${hrefFrom(DateTime.fromJSDate(next.startsAt, { zone: timeZone }))}&at=${encodeURIComponent(next.startsAt.toISOString())}`}
                >
                  {t("book.jump")}
                </Link>
              </>
            ) : (
              `${t("book.nothing")} ${mine ? t("book.write") : ""}`
            )}
          </p>
        )}
        <p className="text-sm text-muted-foreground">{t("book.zone", { zone: timeZone.replaceAll("_", " ") })}</p>
      </Card>
      {at ? (
        <Card pad key={at.toISOString()} id="confirm" className="scroll-mt-24">
          <h2 className="mb-1 text-lg">{t("confirm.title", { title: moving?.title ?? type.name, at: moment(at) })}</h2>
          <p className="mb-4 text-sm text-muted-foreground">
            {t(late === "counts" ? "confirm.policyCounts" : "confirm.policy", {
              move: moveNoticeHours,
              cancel: cancelNoticeHours,
            })}
          </p>
          {lateMove ? (
            <Notice icon="clock" tone="warn" className="mb-4">
              {t("confirm.late", { hours: moveNoticeHours })}
            </Notice>
          ) : null}
          <BookForm
            organisation={organisation}
            asked={{ programmeId: id, typeId: type.id, startsAt: at.toISOString() }}
            {...(moving ? { moving: { id: moving.id, version: moving.version } } : {})}
            questions={type.questions}
            anyway={!chosen && !mine}
            waits={chosen?.waits ?? false}
            holds={Boolean(chosen) && !moving && type.capacity === 1}
            timeZone={timeZone}
            here={here}
            list={list}
            actions={{ book, hold, move }}
          />
        </Card>
      ) : null}
      {at && again && !mine && !moving && type.capacity === 1 ? (
        <Card pad className="grid gap-4">
          <h2 className="text-base font-semibold">{t("series.title")}</h2>
          <SeriesAsk
            action={`${list}/book#series`}
            hidden={{ type: type.id, from: dayOf(first), at: at.toISOString() }}
            {...again.shown}
            wrong={series && "wrong" in series ? series.wrong : {}}
          />
          {series && again.asked && !("wrong" in series) ? (
            <div id="series" className="scroll-mt-24">
              <SeriesForm
                key={`${at.toISOString()}/${JSON.stringify(again.asked)}`}
                organisation={organisation}
                asked={{ programmeId: id, typeId: type.id, startsAt: at.toISOString(), timeZone, ...again.asked }}
                planned={series.planned}
                left={series.left}
                list={list}
                book={bookAgain}
                undo={undoAction}
              />
            </div>
          ) : null}
        </Card>
      ) : null}
      {mine ? null : <OtherTime action={`${list}/book`} hidden={moving ? { moving: moving.id } : { type: type.id }} />}
    </div>
  );
}

const fields = { repeats: "repeats", count: "times", until: "until" } as const;

/** What is wrong with a series that is asked for, at the field of which it is said. */
function refusedAt(error: unknown): { wrong: { repeats?: string; times?: string; until?: string } } {
  const field = error instanceof Refusal && fields[error.details.field as keyof typeof fields];
  if (!field) throw error;
  return { wrong: { [field]: error.message } };
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/sessions/book/page", BookPage);
