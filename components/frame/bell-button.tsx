import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ButtonProps } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** The bell with its count. */
export function BellButton({ unread, ...props }: ButtonProps & { unread: number }) {
  const t = useTranslations("ui");
  return (
    <Button
      variant="ghost"
      size="icon"
      className="relative"
      aria-label={t("frame.notifications", { count: unread })}
      {...props}
    >
      <Icon name="bell" />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute end-0.5 top-1 h-4 min-w-4 rounded-full bg-primary px-1 text-center text-[11px] leading-4 font-semibold text-primary-foreground tabular-nums phone:end-[5px] phone:top-1.5"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </Button>
  );
}
