import { cva } from "class-variance-authority";

/** The looks of what can be pressed. A page has one solid (`primary`) button; all else is outlined, tinted or quiet. */
export const buttonVariants = cva(
  "inline-flex items-center justify-center gap-[7px] border rounded-md font-medium no-underline whitespace-nowrap select-none transition-colors duration-(--fast) disabled:bg-transparent disabled:border-border-strong disabled:text-muted-foreground disabled:font-medium aria-disabled:bg-transparent aria-disabled:border-border-strong aria-disabled:text-muted-foreground aria-disabled:font-medium",
  {
    variants: {
      variant: {
        outline: "border-input bg-card text-foreground hover:bg-muted hover:text-foreground",
        primary:
          "border-primary bg-primary text-primary-foreground font-semibold hover:bg-primary-hover hover:border-primary-hover hover:text-primary-foreground",
        tint: "border-primary bg-accent text-accent-foreground font-semibold hover:bg-[color-mix(in_oklab,var(--primary)_16%,var(--card))] hover:text-accent-foreground",
        quiet:
          "border-transparent bg-transparent text-primary hover:bg-accent hover:text-primary-hover disabled:border-transparent aria-disabled:border-transparent",
        danger: "border-destructive bg-card text-destructive hover:bg-destructive-soft hover:text-destructive",
        dangerSolid:
          "border-destructive bg-destructive text-destructive-foreground font-semibold hover:bg-[color-mix(in_oklab,var(--destructive)_86%,var(--foreground))] hover:text-destructive-foreground",
        /** Only an icon, without a border: top bar, close, row tools. */
        ghost:
          "border-transparent bg-transparent text-foreground hover:bg-muted hover:text-foreground disabled:border-transparent",
      },
      size: {
        default: "h-(--control) px-3.5",
        small: "h-[30px] px-2.5 text-sm phone:h-11 phone:px-3.5 phone:text-base",
        icon: "size-(--control) flex-none p-0",
        iconSmall: "size-7 flex-none p-0 text-muted-foreground phone:size-11",
        large: "h-12 px-[18px] rounded-lg",
      },
      block: { true: "w-full" },
    },
    compoundVariants: [{ variant: "quiet", size: "default", className: "px-2.5" }],
    defaultVariants: { variant: "outline", size: "default" },
  },
);
