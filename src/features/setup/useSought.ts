/** Moves the focus to a setting that another part of the page asked for; its group opens by itself. */
import { type RefObject, useEffect } from "react";
import { reachField } from "#/features/setup/fields/reachField.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectSought = (state: AppState) => state.sought;

export function useSought(column: RefObject<HTMLElement | null>): void {
  const { store } = useAppParts();
  const sought = useAppState(selectSought);
  useEffect(() => {
    if (sought === null) return;
    reachField(column.current, sought);
    store.getState().found();
  }, [column, sought, store]);
}
