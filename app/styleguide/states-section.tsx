"use client";

import { useTranslations } from "next-intl";
import { Empty } from "@/components/states/empty";
import { FormLoading, ListLoading, RecordLoading } from "@/components/states/loading";
import { LoadFailed } from "@/components/states/load-failed";
import { LongWork } from "@/components/states/long-work";
import { NothingFound } from "@/components/states/nothing-found";
import { OfflineNotice } from "@/components/states/offline-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { Part, Specimen } from "./specimen";

/** What a screen says when it is empty, waiting, wrong or busy. */
export function StatesSection() {
  const t = useTranslations("styleguide");
  return (
    <Part id="states" title={t("states")}>
      <Specimen title={t("empty")}>
        <Card>
          <Empty
            icon="users-round"
            title={t("noContacts")}
            action={
              <Button variant="primary">
                <Icon name="user-plus" />
                {t("addContact")}
              </Button>
            }
            other={<a href="#files">{t("orImport")}</a>}
          >
            {t("noContactsText")}
          </Empty>
        </Card>
      </Specimen>
      <Specimen title={t("nothingFound")}>
        <Card>
          <NothingFound
            filters={[
              { label: t("state"), value: t("stalled") },
              { label: t("sponsor"), value: "Corvane Packaging" },
            ]}
            onClear={() => toast.note(t("cleared"))}
          />
        </Card>
      </Specimen>
      <Specimen title={t("loading")}>
        <ListLoading rows={4} withHead={false} />
      </Specimen>
      <Specimen title={t("loadingForm")}>
        <FormLoading fields={4} />
      </Specimen>
      <Specimen title={t("loadingRecord")} wide>
        <RecordLoading />
      </Specimen>
      <Specimen title={t("error")}>
        <LoadFailed
          title={t("notLoaded")}
          requestId="01JD6Q-7KX4-R2MB"
          at="09:12:40 CET"
          onRetry={() => toast.note(t("tryingAgain"))}
        >
          {t("notLoadedText")}
        </LoadFailed>
      </Specimen>
      <Specimen title={t("longWork")}>
        <LongWork
          title={t("tailoring")}
          done={165}
          failed={6}
          total={240}
          left={t("threeMinutes")}
          actions={
            <>
              <Button>
                <Icon name="rotate-cw" />
                {t("retrySix")}
              </Button>
              <Button>
                <Icon name="pause" />
                {t("stopAfter")}
              </Button>
              <a href="#states" className="ms-auto text-sm">
                {t("seeSix")}
              </a>
            </>
          }
        />
      </Specimen>
      <Specimen title={t("notices")}>
        <div className="grid gap-2">
          <OfflineNotice seen="08:41" always />
          <Notice icon="octagon-alert" tone="bad">
            <b>{t("locked")}</b> {t("lockedText")}
          </Notice>
          <Notice icon="triangle-alert" tone="warn" action={<Button size="small">{t("answer")}</Button>}>
            <b>{t("waiting")}</b> {t("waitingText")}
          </Notice>
          <Notice icon="shield-check" tone="ok">
            <b>{t("checked")}</b> {t("checkedText")}
          </Notice>
        </div>
      </Specimen>
    </Part>
  );
}
