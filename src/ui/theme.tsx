/**
 * Which theme is on, and how grey pictures are shown under it. Colours themselves are CSS variables;
 * canvases ask here and take them from palette.ts.
 */
import {
  createContext,
  use,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import type { ThemeName } from "#/ui/palette.ts";

interface Appearance {
  readonly theme: ThemeName;
  readonly inkOnPaper: boolean;
}

const AppearanceContext = createContext<Appearance>({ theme: "light", inkOnPaper: true });

const darkQuery = "(prefers-color-scheme: dark)";

function subscribeToSystem(changed: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener("change", changed);
  return () => {
    query.removeEventListener("change", changed);
  };
}

const systemIsDark = (): boolean => matchMedia(darkQuery).matches;

export function ThemeProvider({
  preference,
  inkOnPaper,
  children,
}: {
  readonly preference: "system" | ThemeName;
  readonly inkOnPaper: boolean;
  readonly children: ReactNode;
}) {
  const dark = useSyncExternalStore(subscribeToSystem, systemIsDark);
  const theme: ThemeName = preference === "system" ? (dark ? "dark" : "light") : preference;
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const appearance = useMemo(() => ({ theme, inkOnPaper }), [theme, inkOnPaper]);
  return <AppearanceContext value={appearance}>{children}</AppearanceContext>;
}

/** The theme on screen. */
export function useTheme(): ThemeName {
  return use(AppearanceContext).theme;
}

/**
 * True when a picture of so many channels is shown inverted: grey ones mean "1 = ink", dark on paper
 * in the light theme, unless the reader wants them as stored. Colour pictures never change.
 */
export function useInvert(channels: number): boolean {
  const { theme, inkOnPaper } = use(AppearanceContext);
  return channels === 1 && theme === "light" && inkOnPaper;
}
