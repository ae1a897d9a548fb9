import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { PreparedBatch } from "./types";

/** How many rows it will be done to, and which it will not and why. */
export function BatchPreview({ prepared, ready }: { prepared: PreparedBatch; ready: number }) {
  const t = useTranslations("batches");
  const { total, refused } = prepared;
  return (
    <div role="status" className="rounded-md border border-border-strong bg-card px-3.5 py-3 text-sm">
      <p className="flex items-center gap-2 font-medium">
        <Icon
          name={ready === total ? "circle-check" : "circle-alert"}
          size="small"
          className={ready === total ? "text-success" : "text-warning"}
        />
        {ready === total ? t("allReady", { total }) : t("ready", { count: ready, total })}
      </p>
      {refused.length > 0 ? (
        <ul className="mt-2 grid gap-1.5" aria-label={t("leftOut")}>
          {refused.map(({ reason, count, names }) => (
            <li key={reason}>
              {reason}
              {names.length > 0 ? (
                <span className="block text-muted-foreground">
                  {names.map((name, index) => (
                    <span key={index}>
                      {index > 0 ? ", " : null}
                      <bdi>{name}</bdi>
                    </span>
                  ))}
                  {count > names.length ? ` ${t("more", { count: count - names.length })}` : null}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
