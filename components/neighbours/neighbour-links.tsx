"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { useKeys } from "@/components/ui/use-keys";

export interface Neighbour {
  name: string;
  href: string;
}

/** To the person before and after this one in the list, staying on the same part of the record; also by P and N. */
export function NeighbourLinks({
  here,
  parts,
  previous,
  next,
}: {
  /** Address of the record. */
  here: string;
  /** Parts of the record, below its address, that its neighbours have too. */
  parts: readonly string[];
  previous: Neighbour | null;
  next: Neighbour | null;
}) {
  const t = useTranslations("ui.neighbours");
  const router = useRouter();
  const path = usePathname();
  const open = path.slice(here.length + 1).split("/")[0] ?? "";
  const part = parts.includes(open) ? `/${open}` : "";
  const hrefOf = (neighbour: Neighbour | null) => neighbour && neighbour.href + part;
  const back = hrefOf(previous);
  const on = hrefOf(next);
  const steps = useRef<HTMLElement>(null);
  useKeys(steps, "N P", (event) => {
    const href = event.key === "n" ? on : event.key === "p" ? back : null;
    if (!href) return;
    event.preventDefault();
    router.push(href);
  });
  if (!back && !on) return null;
  return (
    <nav ref={steps} aria-label={t("label")} data-slot="neighbours" className="flex flex-none gap-0.5">
      <Step href={back} icon="chevron-left" label={t("previous", { name: previous?.name ?? "" })} />
      <Step href={on} icon="chevron-right" label={t("next", { name: next?.name ?? "" })} />
    </nav>
  );
}

const look = "grid size-7 place-items-center rounded-md phone:size-11";

function Step(props: { href: string | null; icon: "chevron-left" | "chevron-right"; label: string }) {
  const { href, icon, label } = props;
  const arrow = <Icon name={icon} size="small" className="rtl:-scale-x-100" />;
  if (!href)
    return (
      <span aria-hidden className={`${look} text-border-strong`}>
        {arrow}
      </span>
    );
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      className={`${look} text-muted-foreground hover:bg-muted hover:text-foreground`}
    >
      {arrow}
    </Link>
  );
}
