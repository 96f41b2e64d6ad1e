/** Which groups of a block are open. */
import { useState } from "react";

export interface Groups<G extends string> {
  /** What `FieldGroup` needs of a group. */
  of(group: G): { readonly open: boolean; readonly onToggle: () => void };
  open(group: G): void;
}

export function useGroups<G extends string>(): Groups<G> {
  const [open, setOpen] = useState<ReadonlySet<G>>(new Set());
  return {
    of: (group) => ({
      open: open.has(group),
      onToggle() {
        const next = new Set(open);
        if (!next.delete(group)) next.add(group);
        setOpen(next);
      },
    }),
    open(group) {
      setOpen(new Set(open).add(group));
    },
  };
}
