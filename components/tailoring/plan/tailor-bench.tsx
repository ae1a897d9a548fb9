"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { LookAgain } from "@/components/frame/look-again";
import { DocumentView, type Place } from "@/components/tailoring/preview/document-view";
import { previewAddress, shownFirst } from "@/components/tailoring/preview/preview-address";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonGroup } from "@/components/ui/button-group";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { BenchHead } from "./bench-head";
import { LeftOut } from "./left-out";
import { numbersOf } from "./moves";
import { isMadeOf, leftOutByHand, movedTo, putInto, reworded, undecided, withoutPoint } from "./plan-state";
import { PlanConflict } from "./plan-conflict";
import { PlanRefusal } from "./plan-refusal";
import { PlanTools } from "./plan-tools";
import { RoleList } from "./role-list";
import { Sums } from "./sums";
import type { TailorBenchProps } from "./tailor-actions";
import { usePlan } from "./use-plan";
import { Versions } from "./versions";
import { Warnings } from "./warnings";

const RoleMarking = dynamic(() => import("./role-marking").then((module) => module.RoleMarking), { ssr: false });

/** How often one looks again while something is being made, in milliseconds. */
const lookAgain = 900;

/** A resume and its plan beside each other: what goes where, why, and how the document looks with it. */
export function TailorBench(props: TailorBenchProps) {
  const { organisation, view, actions, writes, timeZone } = props;
  const t = useTranslations("tailor.plan");
  const { submissionId, roles, versions } = view;
  const plan = usePlan(organisation, view, actions.change, actions.undo);
  const { shown } = plan;
  const numbers = useMemo(() => numbersOf(shown.placed), [shown.placed]);
  const [pane, setPane] = useState<"plan" | "document">("plan");
  const [chosen, setChosen] = useState<string | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [which, setWhich] = useState<string>("draft");
  const [marking, setMarking] = useState(false);
  const [facts, setFacts] = useState<{ texts: ReadonlyMap<number, string>; pages: number }>({
    texts: new Map(),
    pages: 0,
  });
  const waiting = versions.some(({ status, pdf }) => status === "waiting" || pdf.status === "waiting");

  const planned = view.plan !== null;
  // While roles are pointed out, that is what one does.
  const acts = writes && !marking;
  const showing = which === "draft" ? shownFirst(view) : which;
  const version = versions.find(({ id }) => id === showing);
  const address = previewAddress(organisation, view, showing);
  // A drawn page ends only where the file says so; how much it holds, the estimate knows.
  const pages = Math.max(facts.pages, view.length ? Math.ceil(view.length.after) : 0);
  const choose = (point: string) => {
    setChosen(point);
    setPlace({ point });
  };
  const fromDocument = (point: string) => {
    setChosen(point);
    setPane("plan");
    requestAnimationFrame(() =>
      document
        .querySelector(`[data-slot=point][data-point="${CSS.escape(point)}"]`)
        ?.scrollIntoView({ block: "center" }),
    );
  };
  const goTo = (next: Place) => {
    setPane("document");
    setPlace(next);
  };
  const newest = versions[0];
  const applied = newest?.status === "done" && isMadeOf(newest, view.resume.id, shown);
  const numberOf = (point: string) => numbers.get(point) ?? 0;
  const wordsOf = (point: string) => shown.points.flatMap(({ id, text }) => (id === point ? [text] : []));
  const apply = (
    <ActionButton
      variant="primary"
      className="phone:flex-1"
      disabled={!planned || shown.placed.length === 0 || newest?.status === "waiting" || plan.pending}
      action={() => actions.apply(organisation, { submissionId, expectedVersion: plan.versionSeen() })}
      done={t("applied")}
      onDone={() => setWhich("draft")}
    >
      {newest?.status === "waiting" ? t("applying") : t("apply", { count: shown.placed.length })}
    </ActionButton>
  );
  const main =
    applied && props.send ? (
      <Button asChild variant="primary" className="phone:flex-1">
        <Link href={props.send}>
          <Icon name="send" />
          {t("send")}
        </Link>
      </Button>
    ) : (
      apply
    );
  const undo = plan.undo ? (
    <Button onClick={plan.undo}>
      <Icon name="undo-2" />
      {t("undo")}
    </Button>
  ) : null;
  const back = (
    <Button asChild variant="ghost" size="icon">
      <Link href={`/${organisation}/submissions/${submissionId}`} aria-label={t("back")}>
        <Icon name="arrow-left" />
      </Link>
    </Button>
  );
  return (
    <div data-slot="bench" className="flex flex-col min-[1101px]:h-full">
      {waiting ? <LookAgain milliseconds={lookAgain} /> : null}
      <BenchHead {...{ organisation, view, back }} at={applied ? "send" : "plan"}>
        {acts ? undo : null}
        {acts ? main : null}
      </BenchHead>
      <div hidden={marking} className="border-b border-border px-4 pt-3 pb-3 phone:pt-1 min-[1101px]:hidden">
        <ButtonGroup className="grid w-full grid-cols-2">
          <Button aria-pressed={pane === "plan"} onClick={() => setPane("plan")}>
            {t("planTab")}
          </Button>
          <Button aria-pressed={pane === "document"} onClick={() => setPane("document")}>
            {pages > 0 ? t("pagesTab", { count: pages }) : t("documentTab")}
          </Button>
        </ButtonGroup>
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_476px] max-[1100px]:grid-cols-1">
        {marking ? (
          <RoleMarking
            {...{ organisation, submissionId }}
            address={`/api/tailoring/${organisation}/${submissionId}/preview/original?v=${view.resume.id}`}
            label={t("resumeOf", { name: view.candidate.name })}
            roles={roles}
            marked={view.rolesMarked}
            historyEnd={view.historyEnd}
            actions={actions}
            versionSeen={plan.versionSeen}
            onClose={() => setMarking(false)}
          />
        ) : (
          <>
            <DocumentView
              address={address}
              label={t("resumeOf", { name: view.candidate.name })}
              className={cn("min-[1101px]:h-full", pane === "document" ? "" : "max-[1100px]:hidden")}
              download={`/api/tailoring/${organisation}/${submissionId}/document/${showing}`}
              numbers={numbers}
              chosen={chosen}
              onChoose={fromDocument}
              place={place}
              onDrawn={setFacts}
              bar={
                <>
                  <b className="min-w-0 truncate text-sm font-semibold phone:max-w-[30vw]">{view.resume.fileName}</b>
                  {showing === "original" || !planned ? null : (
                    <Badge tone="act" icon="plus" className="phone:hidden">
                      {version
                        ? t("inVersion", { number: version.number })
                        : t("inserted", { count: shown.placed.length })}
                    </Badge>
                  )}
                  {showing === "original" || view.resume.format === "pdf" || !planned ? null : (
                    <Badge tone="ok" icon="shield-check" className="max-[1300px]:hidden">
                      {t("unchanged")}
                    </Badge>
                  )}
                  {planned ? (
                    <ButtonGroup className="[&>*]:h-7 [&>*]:px-2 [&>*]:text-xs phone:[&>*]:h-11">
                      <Button aria-pressed={showing === "original"} onClick={() => setWhich("original")}>
                        {t("before")}
                      </Button>
                      <Button aria-pressed={showing !== "original"} onClick={() => setWhich("draft")}>
                        {t("after")}
                      </Button>
                    </ButtonGroup>
                  ) : null}
                </>
              }
            />
            <section
              aria-label={t("planTab")}
              tabIndex={0}
              aria-busy={plan.pending || undefined}
              className={cn(
                "min-w-0 border-s border-border-strong bg-background pb-7 focus-visible:-outline-offset-2 max-[1100px]:border-0 phone:pb-24 min-[1101px]:h-full min-[1101px]:overflow-y-auto",
                pane === "plan" ? "" : "max-[1100px]:hidden",
              )}
            >
              {plan.conflict ? (
                <PlanConflict conflict={plan.conflict} onSettle={plan.settle} onShown={() => setPane("plan")} />
              ) : null}
              <Sums
                score={view.score}
                length={view.length}
                points={shown.points}
                numbers={numbers}
                texts={facts.texts}
                onPlace={(paragraph) => goTo({ paragraph })}
                onPoint={choose}
              />
              {view.refusal ? (
                <PlanRefusal {...{ organisation, view, writes }} why={view.refusal} onMark={() => setMarking(true)} />
              ) : null}
              {view.resume.format === "pdf" ? (
                <div className="px-5 pt-4 phone:px-4">
                  <Notice icon="info">
                    <b>{t("pdfTitle")}</b>
                    <p>{t("pdfText")}</p>
                  </Notice>
                </div>
              ) : null}
              <PlanTools
                {...{ organisation, view, actions, plan, writes }}
                technologies={props.technologies}
                onMark={() => setMarking(true)}
              />
              <RoleList
                {...{ roles, shown, chosen, writes }}
                texts={facts.texts}
                onChoose={choose}
                onMove={(point, slot) =>
                  plan.apply(movedTo(roles, point, slot), t("moved", { number: numberOf(point) }), wordsOf(point))
                }
                onRemove={(point) =>
                  plan.apply(leftOutByHand(point), t("left", { number: numberOf(point) }), wordsOf(point))
                }
                onUndecide={(point) => plan.apply(undecided(point), t("planned"))}
                onReword={(point, text) =>
                  plan.apply(reworded(point, text), t("reworded", { number: numberOf(point) }), [text])
                }
              />
              <LeftOut
                {...{ roles, shown, writes }}
                onPut={(point, role) => plan.apply(putInto(roles, point, role), t("put"), wordsOf(point))}
                onUndecide={(point) => plan.apply(undecided(point), t("planned"))}
                onDelete={(point) => plan.apply(withoutPoint(point), t("deleted"), wordsOf(point))}
              />
              <Warnings warnings={view.warnings} onPlace={(paragraph) => goTo({ paragraph })} />
              <Versions
                {...{ organisation, versions, timeZone, writes }}
                compare={props.compare}
                makesPdf={props.makesPdf}
                current={version?.id ?? null}
                onShow={(id) => {
                  setWhich(id ?? "draft");
                  if (id) setPane("document");
                }}
                restore={(versionId) =>
                  actions.restore(organisation, { versionId, expectedVersion: plan.versionSeen() })
                }
                undo={(one) => actions.undo(organisation, one)}
                askPdf={actions.askPdf}
              />
              <p className="px-5 pt-4 text-xs text-muted-foreground phone:px-4">{t("ownWords")}</p>
            </section>
          </>
        )}
      </div>
      {acts ? (
        <div className="fixed inset-x-0 bottom-0 z-30 flex gap-2 border-t border-border-strong bg-card p-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] wide:hidden">
          <Button asChild size="icon">
            <Link href={`/${organisation}/submissions/${submissionId}`} aria-label={t("back")}>
              <Icon name="arrow-left" />
            </Link>
          </Button>
          {main}
          <Button size="icon" aria-label={t("undo")} disabled={!plan.undo} onClick={() => plan.undo?.()}>
            <Icon name="undo-2" />
          </Button>
        </div>
      ) : null}
    </div>
  );
}
