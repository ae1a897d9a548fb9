"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { NotificationBell } from "@/components/frame/notification-bell";
import { useLive } from "@/components/notifications/live";
import { NotificationRow, type NotificationItem } from "@/components/notifications/notification-row";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

/** What the bell knows. */
export interface BellState {
  unread: number;
  latest: NotificationItem[];
}

export interface BellProps {
  organisation: string;
  initial: BellState;
  markRead: (input: { ids: string[] }) => Promise<ActionResult<unknown>>;
  markAllRead: () => Promise<ActionResult<unknown>>;
}

/** The bell of the frame. Counts by itself, says what is new, and leads there. */
export function Bell({ organisation, initial, markRead, markAllRead }: BellProps) {
  const t = useTranslations("notifications");
  const router = useRouter();
  const [, start] = useTransition();
  const [state, setState] = useState(initial);
  const [given, setGiven] = useState(initial);
  const known = useRef(new Set(initial.latest.map(({ id }) => id)));
  // The page was read anew: its answer is the newer one.
  if (given !== initial) {
    setGiven(initial);
    setState(initial);
  }

  const open = (item: NotificationItem) => {
    const href = `/${organisation}${item.href}`;
    if (!item.read) {
      setState(readIn(state, [item.id]));
      start(async () => void (await markRead({ ids: [item.id] }).catch(() => null)));
    }
    router.push(href);
  };

  useLive(organisation, () => {
    void latestOf(organisation).then((next) => {
      if (!next) return;
      setState(next);
      const fresh = next.latest.filter(({ id, read }) => !read && !known.current.has(id));
      next.latest.forEach(({ id }) => known.current.add(id));
      const [first] = fresh;
      if (!first || document.visibilityState !== "visible") return;
      if (fresh.length === 1) toast.note(first.text, { action: { label: t("open"), run: () => open(first) } });
      else toast.note(t("several", { count: fresh.length }));
    });
  });

  return (
    <NotificationBell unread={state.unread}>
      <section aria-label={t("title")}>
        <header className="flex min-h-12 items-center gap-2 border-b border-border ps-4 pe-2">
          <h2 className="text-base font-semibold">{t("title")}</h2>
          {state.unread > 0 ? (
            <Button
              variant="quiet"
              size="small"
              className="ms-auto"
              onClick={() => {
                setState(readIn(state, "all"));
                start(async () => {
                  const result = await markAllRead().catch(() => null);
                  if (result && !result.ok) toast.problem(result.refusal.message);
                });
              }}
            >
              {t("markAllRead")}
            </Button>
          ) : null}
        </header>
        {state.latest.length === 0 ? (
          <p className="px-4 py-6 text-center text-sm text-muted-foreground">{t("none")}</p>
        ) : (
          <ul className="max-h-[min(60dvh,440px)] divide-y divide-border overflow-y-auto">
            {state.latest.map((item) => (
              <NotificationRow
                key={item.id}
                item={item}
                href={`/${organisation}${item.href}`}
                onOpen={(event) => {
                  // A new tab is the browser's.
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  open(item);
                }}
              />
            ))}
          </ul>
        )}
        <footer className="border-t border-border px-4 py-2 text-sm">
          <Link href={`/${organisation}/notifications`} className="phone:inline-flex phone:min-h-11 phone:items-center">
            {t("all")}
          </Link>
        </footer>
      </section>
    </NotificationBell>
  );
}

function readIn({ unread, latest }: BellState, ids: string[] | "all"): BellState {
  const now = latest.map((item) => (ids === "all" || ids.includes(item.id) ? { ...item, read: true } : item));
  return { latest: now, unread: ids === "all" ? 0 : Math.max(0, unread - ids.length) };
}

/** The bell's state anew; null when it cannot be had now (offline, signed out): what stands keeps standing. */
async function latestOf(organisation: string): Promise<BellState | null> {
  const address = `/api/notifications/latest?organisation=${encodeURIComponent(organisation)}`;
  const response = await fetch(address, { cache: "no-store" }).catch(() => null);
  return response?.ok ? ((await response.json()) as BellState) : null;
}
