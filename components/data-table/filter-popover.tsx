"use client";

import type { RefObject } from "react";
import { useState } from "react";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { useOpener } from "@/components/ui/use-opener";
import { FilterEditor } from "./filter-editor";
import type { TableFilter } from "./types";

export interface FilterPopoverProps {
  /** What it hangs on: the filter's chip, or "Filter". */
  anchor: RefObject<HTMLElement | null>;
  /** The filter that is edited, or those of which one is chosen first: the editor takes the place of the choice. */
  filters: TableFilter[];
  valueOf: (filter: TableFilter) => string;
  onChange: (filter: TableFilter, value: string | null) => void;
  onClose: () => void;
}

/** Sets a filter. */
export function FilterPopover({ anchor, filters, valueOf, onChange, onClose }: FilterPopoverProps) {
  const [chosen, setChosen] = useState(filters.length === 1 ? filters[0] : undefined);
  const opener = useOpener();
  return (
    <Popover open onOpenChange={(open) => !open && onClose()}>
      <PopoverAnchor virtualRef={anchor as RefObject<HTMLElement>} />
      <PopoverContent
        {...opener}
        className={chosen ? undefined : "w-60 p-1.5"}
        onInteractOutside={(event) => {
          // Pressing the chip again closes it there; closed here, that press would open it anew.
          if (anchor.current?.contains(event.target as Node)) event.preventDefault();
        }}
      >
        {chosen ? (
          <FilterEditor
            filter={chosen}
            value={valueOf(chosen)}
            onChange={(value) => onChange(chosen, value)}
            onDone={onClose}
          />
        ) : (
          <ul>
            {filters.map((filter) => (
              <li key={filter.key}>
                <button
                  type="button"
                  className="flex min-h-9 w-full items-center rounded-sm px-2.5 text-start hover:bg-accent hover:text-accent-foreground focus-visible:-outline-offset-2 phone:min-h-11"
                  onClick={() => setChosen(filter)}
                >
                  {filter.label}
                </button>
              </li>
            ))}
          </ul>
        )}
      </PopoverContent>
    </Popover>
  );
}
