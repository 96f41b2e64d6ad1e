/** A group of lanes in React. What is inside one lane goes through state/context.tsx as on the page. */
import { createContext, useContext, type ReactElement, type ReactNode } from "react";
import { useStore } from "zustand";
import type { LaneGroup, LaneGroupState } from "#/state/lanes/types.ts";

const GroupContext = createContext<LaneGroup | null>(null);

export function LaneGroupProvider(props: { group: LaneGroup; children: ReactNode }): ReactElement {
  return <GroupContext value={props.group}>{props.children}</GroupContext>;
}

export function useLaneGroup(): LaneGroup {
  const group = useContext(GroupContext);
  if (group === null) throw new Error("useLaneGroup: no LaneGroupProvider above");
  return group;
}

/** What `selector` picks; the component renders again when that changes by `Object.is`. */
export function useLaneState<T>(selector: (state: LaneGroupState) => T): T {
  return useStore(useLaneGroup().store, selector);
}
