"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { openPalette } from "@/components/palette/open";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { toast } from "@/components/ui/toast";
import { ToastBody } from "@/components/ui/toast-body";
import { Part, Specimen } from "./specimen";

/** Toasts, dialogs, menus, the palette. */
export function FloatingSection() {
  const t = useTranslations("styleguide");
  const [gone, setGone] = useState(false);
  return (
    <Part id="floating" title={t("floating")}>
      <Specimen title={t("toasts")}>
        <div className="grid gap-2">
          <ToastBody kind="done" text={t("moved")} action={{ label: t("undo"), run: () => undefined }} />
          <ToastBody kind="problem" text={t("taken")} action={{ label: t("show"), run: () => undefined }} />
        </div>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button
            onClick={() =>
              toast.done(t("moved"), { action: { label: t("undo"), run: () => toast.done(t("takenBack")) } })
            }
          >
            {t("showToast")}
          </Button>
          <Button onClick={() => toast.problem(t("taken"))}>{t("showProblem")}</Button>
        </div>
      </Specimen>
      <Specimen title={t("layers")}>
        <div className="flex flex-wrap gap-2">
          <ConfirmDialog
            title={t("withdrawTitle")}
            confirm={gone ? t("withdrawn") : t("withdrawHim")}
            keep={t("keepHim")}
            typed="Brandt"
            typedLabel={t("typeName")}
            onConfirm={() => setGone(true)}
            trigger={<Button variant="danger">{t("withdraw")}</Button>}
          >
            {t("withdrawText")}
          </ConfirmDialog>
          <Dialog>
            <DialogTrigger asChild>
              <Button>{t("dialog")}</Button>
            </DialogTrigger>
            <DialogContent
              title={t("renameTitle")}
              description={t("renameText")}
              footer={
                <>
                  <DialogClose asChild>
                    <Button>{t("cancel")}</Button>
                  </DialogClose>
                  <DialogClose asChild>
                    <Button variant="primary">{t("rename")}</Button>
                  </DialogClose>
                </>
              }
            >
              <Field label={t("name")}>
                <Input defaultValue="In search, quiet for a week" />
              </Field>
            </DialogContent>
          </Dialog>
          <Sheet>
            <SheetTrigger asChild>
              <Button>{t("sheet")}</Button>
            </SheetTrigger>
            <SheetContent title={t("sheet")} footer={<Button variant="primary">{t("apply")}</Button>}>
              <p>{t("sheetText")}</p>
            </SheetContent>
          </Sheet>
          <Popover>
            <PopoverTrigger asChild>
              <Button>{t("popover")}</Button>
            </PopoverTrigger>
            <PopoverContent>{t("sheetText")}</PopoverContent>
          </Popover>
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button>
                {t("menu")}
                <Icon name="chevron-down" />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent>
              <DropdownMenuItem>
                <Icon name="pause" />
                {t("pause")}
              </DropdownMenuItem>
              <DropdownMenuItem>
                <Icon name="arrow-right-left" />
                {t("handOver")}
              </DropdownMenuItem>
              <DropdownMenuSeparator />
              <DropdownMenuItem danger>
                <Icon name="circle-x" />
                {t("withdraw")}
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
          <Button onClick={() => openPalette("mar")}>
            <Icon name="search" />
            {t("palette")}
          </Button>
        </div>
        <Tabs defaultValue="a" className="mt-6">
          <TabsList aria-label={t("tabs")}>
            <TabsTrigger value="a">{t("overview")}</TabsTrigger>
            <TabsTrigger value="b">{t("notes")}</TabsTrigger>
          </TabsList>
          <TabsContent value="a">{t("tabOne")}</TabsContent>
          <TabsContent value="b">{t("tabTwo")}</TabsContent>
        </Tabs>
      </Specimen>
    </Part>
  );
}
