"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { ShortcutGroup } from "./types";

/** All keys that work, opened by `?`. */
export function ShortcutsDialog({ more = [], onClose }: { more?: ShortcutGroup[]; onClose: () => void }) {
  const t = useTranslations("ui.palette");
  const own: ShortcutGroup[] = [
    {
      label: t("everywhere"),
      shortcuts: [
        { keys: ["⌘ / Ctrl", "K"], label: t("keySearch") },
        { keys: ["?"], label: t("keyHelp") },
        { keys: ["Esc"], label: t("keyEscape") },
      ],
    },
    {
      label: t("lists"),
      shortcuts: [
        { keys: ["J"], label: t("keyNext") },
        { keys: ["K"], label: t("keyPrevious") },
        { keys: ["↵"], label: t("keyOpen") },
        { keys: ["X"], label: t("keySelect") },
        { keys: ["/"], label: t("keyFind") },
      ],
    },
    {
      label: t("people"),
      shortcuts: [
        { keys: ["N"], label: t("keyNextPerson") },
        { keys: ["P"], label: t("keyPreviousPerson") },
        { keys: ["M"], label: t("keyNote") },
      ],
    },
    { label: t("charts"), shortcuts: [{ keys: ["T"], label: t("keyTable") }] },
  ];
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent title={t("shortcuts")}>
        <div className="grid gap-5">
          {[...own, ...more].map((group) => (
            <section key={group.label}>
              <h3 className="mb-1 text-sm text-muted-foreground">{group.label}</h3>
              <dl className="divide-y divide-border">
                {group.shortcuts.map((shortcut) => (
                  <div key={shortcut.label} className="flex items-center justify-between gap-4 py-1.5">
                    <dt>{shortcut.label}</dt>
                    <dd className="m-0 flex flex-none gap-1">
                      {shortcut.keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
