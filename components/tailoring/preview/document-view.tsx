"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import type { DrawnDocument } from "./draw-document";
import { gutterOf, makeGutter, markLines } from "./mark-lines";
import { placeNumbers } from "./place-numbers";
import { UndrawnLines } from "./undrawn-lines";
import { useDrawn } from "./use-drawn";
import { usePicking, type Picking } from "./use-picking";

/** A place to look at: a paragraph of the original, or the new line of a point. A new object looks again. */
export type Place = { paragraph: number } | { point: string };

export interface DocumentViewProps {
  /** Where the copy for the preview lies; another one where the document changed. */
  address: string;
  /** What it is, for who does not see it. */
  label: string;
  /** What stands in the bar before the zoom: the name of the file, badges. */
  bar?: ReactNode;
  /** Where the file itself can be fetched when it cannot be shown. */
  download?: string;
  numbers?: ReadonlyMap<string, number>;
  chosen?: string | null;
  onChoose?: (point: string) => void;
  place?: Place | null;
  /** Told when it is drawn: the words of each paragraph of the original, and how many pages there are. */
  onDrawn?: (facts: { texts: ReadonlyMap<number, string>; pages: number }) => void;
  /** Lets one point out paragraphs instead. */
  picking?: Picking;
  className?: string;
}

const steps = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];

/** A document as its owner knows it, with what is new in it marked. */
export function DocumentView(props: DocumentViewProps) {
  const { address, label, bar, download, numbers, chosen = null, place = null } = props;
  const t = useTranslations("tailor.document");
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const { drawn, lines, waiting, failed, again } = useDrawn(address, host);
  const places = useMemo(() => placeNumbers(drawn?.added.keys() ?? []), [drawn]);
  const { zoom, change, visible } = useZoom(drawn, frame);
  const choose = useEffectEvent((point: string) => props.onChoose?.(point));
  const tell = useEffectEvent((document: DrawnDocument) => {
    const texts = new Map<number, string>();
    for (const [number, element] of document.paragraphs) {
      const original = places.original(number);
      if (original !== null) texts.set(original, element.textContent?.trim() ?? "");
    }
    for (const { paragraph, text } of document.undrawn) {
      const original = places.original(paragraph);
      if (original !== null) texts.set(original, text);
    }
    props.onDrawn?.({ texts, pages: document.pages.length });
  });
  useLayoutEffect(() => {
    if (drawn) tell(drawn);
  }, [drawn]);
  useLayoutEffect(() => {
    if (!drawn || !visible) return;
    drawn.root.style.setProperty("zoom", "1");
    drawn.settle();
    makeGutter(drawn);
  }, [drawn, visible]);
  useLayoutEffect(() => {
    if (!drawn || !visible) return;
    drawn.root.style.setProperty("zoom", "1");
    markLines(drawn, {
      numbers: numbers ?? new Map<string, number>(),
      label: (number) => t("newLine", { number }),
      onChoose: choose,
    });
    drawn.root.style.setProperty("zoom", String(zoom));
  }, [drawn, visible, numbers, zoom, t]);
  useEffect(() => {
    if (!drawn) return;
    for (const line of drawn.root.querySelectorAll(".lf-chosen")) line.classList.remove("lf-chosen");
    for (const [number, point] of drawn.added)
      if (point === chosen) drawn.paragraphs.get(number)?.classList.add("lf-chosen");
  }, [drawn, chosen]);
  useEffect(() => {
    if (!drawn || !place || !visible) return;
    const element = elementOf(drawn, place, places.now);
    if (!element) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    if ("point" in place) return;
    element.classList.add("lf-place");
    const over = setTimeout(() => element.classList.remove("lf-place"), 4_000);
    return () => {
      clearTimeout(over);
      element.classList.remove("lf-place");
    };
  }, [drawn, visible, place, places]);
  const { onKeyDown, words } = usePicking(drawn, props.picking);
  const percent = Math.round(zoom * 100);
  return (
    <section
      ref={frame}
      aria-label={label}
      aria-busy={waiting || undefined}
      tabIndex={0}
      onKeyDown={props.picking ? onKeyDown : undefined}
      data-slot="document"
      className={cn(
        "relative min-w-0 overflow-auto bg-(--desk) px-8 pb-10 focus-visible:-outline-offset-2 narrow:px-4 phone:px-3",
        props.className,
      )}
    >
      <div className="sticky start-0 top-0 z-3 flex h-12 items-center gap-2 bg-(--desk)">
        {bar}
        {/* Lines of words are as large as all words of the page. */}
        <span hidden={lines !== null} className="ms-auto flex items-center gap-1 [&[hidden]]:hidden">
          <Button size="iconSmall" variant="ghost" aria-label={t("smaller")} onClick={() => change(-1)}>
            <Icon name="zoom-out" />
          </Button>
          <span className="w-12 text-center text-xs tabular-nums" role="status">
            {t("zoom", { percent })}
          </span>
          <Button size="iconSmall" variant="ghost" aria-label={t("larger")} onClick={() => change(1)}>
            <Icon name="zoom-in" />
          </Button>
        </span>
      </div>
      {props.picking ? (
        <p role="status" className="sr-only">
          {words}
        </p>
      ) : null}
      {failed ? <NotShown message={failed.message} download={download} again={again} /> : null}
      {lines ? <Lines lines={lines} /> : null}
      {!drawn && !failed && !lines ? <PaperLoading label={t("loading")} /> : null}
      {/* What a document brings along stays within these edges. */}
      <div className={cn("contain-paint", waiting && drawn ? "opacity-70" : "", !drawn || failed ? "hidden" : "")}>
        <div ref={host} data-slot="drawn" />
      </div>
      {drawn && !failed ? <UndrawnLines lines={drawn.undrawn} picking={props.picking} /> : null}
    </section>
  );
}

function elementOf(drawn: DrawnDocument, place: Place, now: (original: number) => number): HTMLElement | null {
  if ("point" in place) {
    for (const [number, point] of drawn.added) if (point === place.point) return drawn.paragraphs.get(number) ?? null;
    return null;
  }
  // What is not drawn (a box in a group) is looked for just above.
  for (let number = now(place.paragraph); number >= 0; number -= 1) {
    const element = drawn.paragraphs.get(number);
    if (element) return element;
  }
  return null;
}

/** As wide as there is room, at most as on paper, and what somebody chose; and whether it is on the screen, because what is hidden has no size. */
function useZoom(drawn: DrawnDocument | null, frame: { current: HTMLElement | null }) {
  const [own, setOwn] = useState<number | null>(null);
  const [fit, setFit] = useState(1);
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const around = frame.current;
    if (!drawn || !around) return;
    const measure = () => {
      const style = getComputedStyle(around);
      const room = around.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      const width = Math.max(...drawn.pages.map((page) => page.offsetWidth)) + gutterOf(drawn);
      setVisible(room > 0 && width > 0);
      if (room > 0 && width > 0) setFit(Math.min(1, Math.max(0.3, room / width)));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(around);
    return () => watch.disconnect();
    // Once it is on the screen it is settled, and as wide as it stays.
  }, [drawn, frame, visible]);
  const zoom = own ?? fit;
  const change = (direction: 1 | -1) => {
    const next =
      direction > 0 ? steps.find((step) => step > zoom + 0.01) : steps.findLast((step) => step < zoom - 0.01);
    if (next) setOwn(next);
  };
  return { zoom, change, visible };
}

function PaperLoading({ label }: { label: string }) {
  return (
    <div
      role="status"
      aria-label={label}
      className="mx-auto aspect-[210/297] w-full max-w-[700px] border border-border-strong bg-sheet p-[9%]"
    >
      {[
        "w-1/2 mx-auto h-6",
        "w-2/3 mx-auto",
        "mt-8 w-1/4",
        "w-full",
        "w-11/12",
        "mt-6 w-1/3",
        "w-full",
        "w-10/12",
        "w-full",
      ].map((look, at) => (
        <Skeleton key={at} className={cn("mb-3", look)} />
      ))}
    </div>
  );
}

/** The words of a document that cannot be drawn, line by line. */
function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <div className="mx-auto max-w-[700px] border border-border-strong bg-sheet p-[8%] text-sm text-sheet-foreground">
      {lines.map((line, at) => (
        <p key={at} className="min-h-5 wrap-anywhere">
          {line}
        </p>
      ))}
    </div>
  );
}

function NotShown({ message, download, again }: { message: string | null; download?: string; again: () => void }) {
  const t = useTranslations("tailor.document");
  return (
    <div
      role="alert"
      className="mx-auto grid max-w-[460px] justify-items-center gap-3 rounded-md border border-border-strong bg-card px-6 py-8 text-center"
    >
      <Icon name="file-text" size="large" className="text-muted-foreground" />
      <p className="font-title text-lg">{t("notShown")}</p>
      <p className="text-muted-foreground">{message ?? t("notShownText")}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button onClick={again}>{t("again")}</Button>
        {download ? (
          <Button asChild variant="quiet">
            <a href={download} download>
              <Icon name="file-down" />
              {t("download")}
            </a>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
