import type { VariantProps } from "class-variance-authority";
import { Slot } from "./slot";
import type { ComponentProps } from "react";
import { buttonVariants } from "./button-variants";
import { cn } from "./cn";

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & {
    /** Gives the look to the one child, say a link, instead of rendering a button. */
    asChild?: boolean;
  };

/** Says what happens when it is pressed. Not submitting by default: a form's button says `type="submit"`. */
export function Button({ asChild = false, variant, size, block, className, type, ...props }: ButtonProps) {
  const Part = asChild ? Slot : "button";
  return (
    <Part
      data-slot="button"
      data-variant={variant ?? "outline"}
      type={asChild ? undefined : (type ?? "button")}
      className={cn(buttonVariants({ variant, size, block }), className)}
      {...props}
    />
  );
}
