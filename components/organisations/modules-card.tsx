"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Row, Rows } from "@/components/ui/rows";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

/** Which modules are switched on; what lies in one that is switched off is kept. */
export function ModulesCard({
  organisation,
  available,
  on,
  save,
}: {
  organisation: string;
  available: readonly string[];
  on: readonly string[];
  /** Absent: read only. */
  save?: (organisation: string, input: { modules: string[] }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("organisations");
  const [pending, start] = useTransition();
  const [shown, show] = useOptimistic(on);
  const toggle = (module: string, next: boolean) =>
    start(async () => {
      const modules = next ? [...shown, module] : shown.filter((other) => other !== module);
      show(modules);
      const result = await save?.(organisation, { modules: [...modules] });
      if (result && !result.ok) toast.problem(result.refusal.message);
      else if (result) toast.done(t(next ? "modules.on" : "modules.off", { module: t(`modules.names.${module}`) }));
    });
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("modules.title")}</CardTitle>
      </CardHeader>
      <Rows>
        {available.map((module) => (
          <Row key={module} className="flex items-center gap-3">
            <span id={`module-${module}`} className="min-w-0 flex-1">
              <b className="block">{t(`modules.names.${module}`)}</b>
              <span className="block text-sm text-muted-foreground">{t(`modules.about.${module}`)}</span>
            </span>
            <Switch
              aria-labelledby={`module-${module}`}
              checked={shown.includes(module)}
              disabled={!save || pending}
              onCheckedChange={(next) => toggle(module, next)}
            />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
