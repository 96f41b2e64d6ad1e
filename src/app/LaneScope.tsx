/** Everything inside shows one lane: its store and parts, its pictures as its display means them. */
import type { ReactNode } from "react";
import { AppProvider, useAppState, type AppHandle } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { ThemeProvider } from "#/ui/theme.tsx";

const selectTheme = (state: AppState) => state.theme;
/** A figure scaled to its own range is told of as its author saw it: as stored, pale originals and all. */
const selectInk = ({ inkOnPaper, built }: AppState) =>
  inkOnPaper && built.objective.display !== "autoscaled";

/** The theme, and grey pictures as ink on paper or as stored; `large` in lecturer's mode. */
export function Appearance(props: { readonly large?: boolean; readonly children: ReactNode }) {
  return (
    <ThemeProvider
      {...props}
      preference={useAppState(selectTheme)}
      inkOnPaper={useAppState(selectInk)}
    />
  );
}

export function LaneScope({
  app,
  children,
}: {
  readonly app: AppHandle;
  readonly children: ReactNode;
}) {
  return (
    <AppProvider app={app}>
      <Appearance>{children}</Appearance>
    </AppProvider>
  );
}
