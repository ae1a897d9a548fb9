"use client";

import type { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { Code } from "@/components/ui/code";
import { Icon } from "@/components/ui/icon";
import { Day, Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { PhasesMini } from "@/components/ui/phases";
import { Status } from "@/components/ui/status";
import type { CellValue, TableColumn } from "./types";

export interface CellWords {
  missing: string;
  yes: string;
  no: string;
  format: ReturnType<typeof useFormatter>;
}

/** A cell by the kind of its column. What is missing says so with a dash that is read aloud as "not given". */
export function cellText(column: TableColumn, value: CellValue | undefined, words: CellWords): ReactNode {
  if (value === null || value === undefined || value === "") {
    return (
      <span className="text-muted-foreground">
        <span aria-hidden>–</span>
        <span className="sr-only">{words.missing}</span>
      </span>
    );
  }
  const parts = Array.isArray(value) ? value : [String(value)];
  switch (column.kind) {
    case "number":
      return words.format.number(Number(value));
    case "date":
      return <Day value={String(value).slice(0, 10)} />;
    case "datetime":
      return <Moment value={String(value)} />;
    case "money": {
      const [minor = "0", currency = "EUR"] = parts.length > 1 ? parts : String(value).split(" ");
      return <Money minor={Number(minor)} currency={currency} round />;
    }
    case "boolean":
      return value === true || value === "true" ? (
        <Icon name="check" label={words.yes} className="text-success" />
      ) : (
        <span className="text-muted-foreground">{words.no}</span>
      );
    case "status": {
      const state = column.states?.[String(value)];
      if (!state) return String(value);
      return (
        <Status icon={state.icon} tone={state.tone}>
          {state.label}
        </Status>
      );
    }
    case "phases": {
      const [now = "0", total = "8", label] = parts;
      return (
        <span className="phone:flex phone:items-center phone:gap-2">
          <PhasesMini now={Number(now)} total={Number(total)} className="mb-1 flex phone:mb-0" />
          <span className="block text-sm">{label}</span>
        </span>
      );
    }
    case "person":
      return (
        <>
          <bdi>{parts[0]}</bdi>
          {parts[1] ? " " : null}
          {parts[1] ? <bdi className="font-normal text-muted-foreground">{parts[1]}</bdi> : null}
        </>
      );
    default:
      if (column.says) return <CodeSaid code={String(value)} says={column.says} shown={column.showsCode} />;
      return <bdi>{parts.join(", ")}</bdi>;
  }
}

/** A code in words, with the code itself below where it helps whoever looks for it. */
function CodeSaid({ code, says, shown }: { code: string; says: Record<string, string>; shown?: boolean | undefined }) {
  const words = says[code];
  const plain = <Code>{code}</Code>;
  if (!words) return plain;
  return (
    <>
      {words}
      {shown ? <span className="block">{plain}</span> : null}
    </>
  );
}
