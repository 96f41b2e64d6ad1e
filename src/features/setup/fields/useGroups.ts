/** Which groups of a block are open: those somebody opened, and the one a sought field is in. */
import { useState } from "react";
import type { FieldPath } from "#/core/experiment/fields.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

export interface Groups<G extends string> {
  /** What `FieldGroup` needs of a group. */
  of(group: G): { readonly open: boolean; readonly onToggle: () => void };
  open(group: G): void;
}

const selectSought = (state: AppState) => state.sought;

export function useGroups<G extends string>(
  groupOf: Readonly<Partial<Record<FieldPath, G>>>,
): Groups<G> {
  const [open, setOpen] = useState<ReadonlySet<G>>(new Set());
  const sought = useAppState(selectSought);
  const wanted = sought === null ? undefined : groupOf[sought];
  if (wanted !== undefined && !open.has(wanted)) setOpen(new Set(open).add(wanted));
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
