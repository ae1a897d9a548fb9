import type { ReactNode } from "react";
import { Avatar } from "./avatar";
import type { AvatarProps } from "./avatar";
import { cn } from "./cn";
import { Link } from "./link";

export interface PersonProps {
  name: string;
  /** The name in the person's own script, say Arabic. */
  nameInOwnScript?: string;
  sub?: ReactNode;
  href?: string;
  photo?: string | null;
  /** Without: no avatar, as in tables. */
  avatar?: AvatarProps["size"] | false;
  me?: boolean;
  className?: string;
}

/** Avatar, name, and a second line. A name wraps before it is cut, and keeps its own direction. */
export function Person({ name, nameInOwnScript, sub, href, photo, avatar = "default", me, className }: PersonProps) {
  const words = (
    <>
      <bdi>{name}</bdi>
      {nameInOwnScript ? (
        <>
          {" "}
          <bdi className="font-normal text-muted-foreground">{nameInOwnScript}</bdi>
        </>
      ) : null}
    </>
  );
  return (
    <div data-slot="person" className={cn("flex min-w-0 items-center gap-2.5", className)}>
      {avatar ? <Avatar name={name} photo={photo} size={avatar} me={me} /> : null}
      <div className="min-w-0">
        {href ? (
          <Link
            href={href}
            data-row-link
            className="block font-semibold break-words text-foreground no-underline hover:text-primary hover:underline"
          >
            {words}
          </Link>
        ) : (
          <span className="block font-semibold break-words">{words}</span>
        )}
        {sub ? <span className="block text-sm break-words text-muted-foreground">{sub}</span> : null}
      </div>
    </div>
  );
}
