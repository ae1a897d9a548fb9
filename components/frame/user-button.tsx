import type { ComponentProps } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { FramePerson } from "./types";

/** Who is signed in, as a button. */
export function UserButton({ person, ...props }: ComponentProps<"button"> & { person: FramePerson }) {
  return (
    <button
      type="button"
      className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-start text-sm leading-[1.15rem] hover:bg-sidebar-accent rail:justify-center rail:px-0"
      {...props}
    >
      <Avatar name={person.name} photo={person.photo} me />
      <span className="min-w-0 rail:sr-only">
        <b className="block break-words text-foreground">
          <bdi>{person.name}</bdi>
        </b>
        <span className="block text-muted-foreground">{person.role}</span>
      </span>
    </button>
  );
}
