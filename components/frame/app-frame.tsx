import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Mark } from "@/components/ui/wordmark";
import { BottomBar } from "./bottom-bar";
import { NavList } from "./nav-list";
import { NotificationBell } from "./notification-bell";
import { OrganisationSwitcher } from "./organisation-switcher";
import { SearchButton } from "./search-button";
import type { FrameOrganisation, FramePerson, NavGroup, NavItem } from "./types";
import { UserMenu } from "./user-menu";

export interface AppFrameProps {
  /** The wordmark leads there. */
  home: string;
  /** Only what this person may use, grouped by what they do. */
  nav: NavGroup[];
  /** The phone's bar: up to four, in the order of need; "More" is added. */
  bottom: NavItem[];
  organisation: FrameOrganisation;
  organisations?: FrameOrganisation[];
  person: FramePerson;
  /** The person's own pages, in the user menu. */
  userMenu?: NavItem[];
  signOut?: () => Promise<void>;
  unread?: number;
  /** What the bell opens. */
  notifications?: ReactNode;
  /** Takes the place of the bell, when it updates itself. */
  bell?: ReactNode;
  /** Above everything: offline, acting for somebody, a suspended firm. */
  banner?: ReactNode;
  /** Command palette, shortcuts, event stream: what has no place of its own. */
  overlays?: ReactNode;
  children: ReactNode;
}

/** Sidebar and top bar on a desk, a rail of icons up to 1024 px, bottom bar on a phone. Pages render inside `main`. */
export function AppFrame(props: AppFrameProps) {
  const { home, nav, bottom, organisation, organisations = [], person, userMenu = [], unread = 0 } = props;
  const t = useTranslations("ui");
  return (
    <div className="grid min-h-dvh grid-cols-[var(--sidebar-width)_minmax(0,1fr)] rail:grid-cols-[3.75rem_minmax(0,1fr)] phone:block print:block phone:pb-[calc(var(--bottombar-height)+env(safe-area-inset-bottom))]">
      <Button asChild className="absolute -top-16 start-2 z-90 focus:top-2">
        <a href="#main">{t("frame.skip")}</a>
      </Button>
      <nav
        aria-label={t("frame.main")}
        data-slot="sidebar"
        className="sticky top-0 flex h-dvh flex-col overflow-y-auto border-e border-sidebar-border bg-sidebar px-3 pb-3 text-sidebar-foreground rail:px-2.5 phone:hidden"
      >
        <Link
          href={home}
          className="flex h-(--topbar-height) flex-none items-center gap-2.5 px-2.5 font-serif text-[1.25rem] leading-none font-semibold tracking-[-0.01em] text-foreground no-underline hover:text-foreground rail:justify-center rail:px-0"
        >
          <Mark />
          <span className="rail:sr-only">Landfall</span>
        </Link>
        <NavList groups={nav} />
        <div className="mt-auto pt-4">
          <div className="border-t border-sidebar-border pt-1.5">
            <UserMenu person={person} items={userMenu} signOut={props.signOut} />
          </div>
        </div>
      </nav>
      <div className="flex min-w-0 flex-col min-[1101px]:has-data-[slot=bench]:h-dvh">
        {props.banner}
        <header
          data-slot="topbar"
          className="sticky top-0 z-20 flex h-(--topbar-height) flex-none items-center gap-2 border-b border-border bg-background px-8 narrow:px-6 phone:gap-0 phone:ps-4 phone:pe-1"
        >
          <OrganisationSwitcher current={organisation} all={organisations} />
          <SearchButton />
          {props.bell ?? <NotificationBell unread={unread}>{props.notifications}</NotificationBell>}
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="w-full max-w-[1288px] has-data-[slot=bench]:max-w-none has-data-[slot=bench]:flex-1 has-data-[slot=bench]:p-0! min-[1101px]:has-data-[slot=bench]:min-h-0 px-8 pt-8 pb-14 narrow:px-6 phone:px-4 phone:pt-5 phone:pb-10 phone:has-[[data-slot=page-actions],[data-slot=record-actions]>[data-variant=primary]]:pb-24"
        >
          {props.children}
        </main>
      </div>
      <BottomBar items={bottom} groups={nav} person={person} userMenu={userMenu} signOut={props.signOut} />
      {props.overlays}
    </div>
  );
}
