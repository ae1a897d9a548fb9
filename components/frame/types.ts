import type { IconName } from "@/components/ui/icon";

export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  /** How many are there. */
  count?: number;
  /** How many wait for this person: amber, with a clock. */
  attention?: number;
  /** Addresses elsewhere that belong to it: its records' pages. */
  also?: readonly string[];
  /** Current only on exactly this address, as for a home page whose address starts all others. */
  exact?: boolean;
}

export interface NavGroup {
  label: string;
  items: NavItem[];
}

export interface FrameOrganisation {
  /** Goes into the address. */
  slug: string;
  name: string;
}

export interface FramePerson {
  name: string;
  /** The role in words: "Career consultant". */
  role: string;
  photo?: string | null;
}
