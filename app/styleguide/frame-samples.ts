import type { NavGroup, NavItem } from "@/components/frame/types";
import type { PaletteGroup } from "@/components/palette/types";

/** The style guide's own parts as destinations, with counts as a real sidebar has them. */
export const navGroups: NavGroup[] = [
  {
    label: "Pieces",
    items: [
      { href: "/styleguide", label: "Controls", icon: "sun" },
      { href: "/styleguide#forms", label: "Forms", icon: "text-cursor-input", exact: true },
      { href: "/styleguide#table", label: "Table", icon: "users", count: 34, exact: true },
      { href: "/styleguide#record", label: "Record", icon: "user-round", attention: 3, exact: true },
    ],
  },
  {
    label: "Situations",
    items: [
      { href: "/styleguide#states", label: "States", icon: "cloud-off", exact: true },
      { href: "/styleguide#floating", label: "What floats", icon: "layers", exact: true },
      { href: "/styleguide#files", label: "Files, import", icon: "upload", exact: true },
      { href: "/styleguide#charts", label: "Charts", icon: "chart-line", exact: true },
    ],
  },
];

export const bottomItems: NavItem[] = [
  { href: "/styleguide", label: "Controls", icon: "sun", exact: true },
  { href: "/styleguide#table", label: "Table", icon: "users", exact: true },
  { href: "/styleguide#forms", label: "Forms", icon: "text-cursor-input", exact: true },
  { href: "/styleguide#record", label: "Record", icon: "message-square", attention: 3, exact: true },
];

export const userItems: NavItem[] = [{ href: "/styleguide#controls", label: "My profile", icon: "user-round" }];

export const paletteGroups: PaletteGroup[] = [
  {
    label: "People",
    items: [
      { id: "p1", label: "Dr. Maren Oyelaran", sub: "Search, offers", icon: "user-round", href: "/styleguide#record" },
      {
        id: "p2",
        label: "Camille Delacroix-Mbeki, marketing",
        sub: "Search, offers",
        icon: "user-round",
        href: "/styleguide#record",
      },
    ],
  },
  {
    label: "Pages",
    items: [
      { id: "g1", label: "Table", icon: "users", href: "/styleguide#table" },
      { id: "g2", label: "Charts", icon: "chart-line", href: "/styleguide#charts" },
    ],
  },
  {
    label: "Actions",
    items: [
      { id: "a1", label: "Mark a session as held", icon: "check-check", shortcut: "H", href: "/styleguide#states" },
    ],
  },
];
