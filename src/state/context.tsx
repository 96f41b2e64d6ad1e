/**
 * The application in React: one store and its parts for each `AppProvider`, so that two pages (or
 * two tests) never share anything. Not a place for state of its own.
 */
import { createContext, useContext, type ReactElement, type ReactNode } from "react";
import { useStore } from "zustand";
import type { AppHandle } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";

export type { AppHandle } from "#/state/lanes/types.ts";

const AppContext = createContext<AppHandle | null>(null);

export function AppProvider(props: { app: AppHandle; children: ReactNode }): ReactElement {
  return <AppContext value={props.app}>{props.children}</AppContext>;
}

/** The parts that live outside the store: curves, frames, the decoder, questions about images. */
export function useAppParts(): AppHandle {
  const app = useContext(AppContext);
  if (app === null) throw new Error("useAppParts: no AppProvider above");
  return app;
}

/** What `selector` picks; the component renders again when that changes by `Object.is`. */
export function useAppState<T>(selector: (state: AppState) => T): T {
  return useStore(useAppParts().store, selector);
}
