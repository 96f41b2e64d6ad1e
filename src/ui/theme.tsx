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
  /** Lecturer's mode: to be read from the last row. */
  readonly large: boolean;
}

const AppearanceContext = createContext<Appearance>({
  ...{ theme: "light", inkOnPaper: true, large: false },
});

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
  large: wantsLarge,
  children,
}: {
  readonly preference: "system" | ThemeName;
  readonly inkOnPaper: boolean;
  /** Omitted, as the provider above has it. */
  readonly large?: boolean;
  readonly children: ReactNode;
}) {
  const dark = useSyncExternalStore(subscribeToSystem, systemIsDark);
  const above = use(AppearanceContext).large;
  const large = wantsLarge ?? above;
  // A projector is bright, whatever the laptop's system wishes.
  const bySystem: ThemeName = dark && !large ? "dark" : "light";
  const theme: ThemeName = preference === "system" ? bySystem : preference;
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset["theme"] = theme;
    if (large) dataset["stage"] = "";
    else delete dataset["stage"];
  }, [theme, large]);
  const appearance = useMemo(() => ({ theme, inkOnPaper, large }), [theme, inkOnPaper, large]);
  return <AppearanceContext value={appearance}>{children}</AppearanceContext>;
}

/** The theme on screen. */
export function useTheme(): ThemeName {
  return use(AppearanceContext).theme;
}

/** True in lecturer's mode, where points, lines and the large picture grow. */
export function useLarge(): boolean {
  return use(AppearanceContext).large;
}

/**
 * True when a picture of so many channels is shown inverted: grey ones mean "1 = ink", dark on paper
 * in the light theme, unless the reader wants them as stored. Colour pictures never change.
 */
export function useInvert(channels: number): boolean {
  const { theme, inkOnPaper } = use(AppearanceContext);
  return channels === 1 && theme === "light" && inkOnPaper;
}
