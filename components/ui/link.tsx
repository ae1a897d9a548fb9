"use client";

import NextLink from "next/link";
import { useState, type ComponentProps } from "react";

/**
 * A link whose page is fetched ahead when somebody is about to follow it: points at it, touches it, or comes to it by the keyboard. Fetched
 * as soon as a link is on the screen, as Next does by itself, each page that is opened costs the server some twenty others.
 */
export function Link({ prefetch, onPointerEnter, onFocus, ...props }: ComponentProps<typeof NextLink>) {
  const [meant, setMeant] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={prefetch ?? (meant ? null : false)}
      onPointerEnter={(event) => {
        setMeant(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setMeant(true);
        onFocus?.(event);
      }}
    />
  );
}
