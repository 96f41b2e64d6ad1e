/** How a reader likes the page. The first five outlive it (preferences.ts). */
import type { AppDeps } from "#/state/deps.ts";
import { type AppStore, shown } from "#/state/parts.ts";
import { readPreferences, type StoredPreferences, writePreferences } from "#/state/preferences.ts";
import type { PreferencesSlice } from "#/state/types.ts";

export function preferencesSlice(
  store: () => AppStore,
  deps: AppDeps,
  startFresh: () => Promise<void>,
): PreferencesSlice {
  function keep(change: Partial<StoredPreferences>): void {
    store().setState(change);
    writePreferences(deps.preferences, store().getState());
  }

  return {
    theme: "system",
    inkOnPaper: true,
    logScale: false,
    shortcuts: true,
    language: deps.language,
    ...readPreferences(deps.preferences),
    // A link in a language means this visit, not the reader's choice.
    ...(deps.link.lang !== null && { language: deps.link.lang }),
    tab: "explore",
    sheet: "explore",
    drawerOpen: false,
    setTheme: (theme) => {
      keep({ theme });
    },
    setLanguage: (language) => {
      keep({ language });
    },
    setInkOnPaper: (inkOnPaper) => {
      keep({ inkOnPaper });
    },
    setLogScale: (logScale) => {
      keep({ logScale });
    },
    setShortcuts: (shortcuts) => {
      keep({ shortcuts });
    },
    setTab: (tab) => {
      store().setState({ tab });
    },
    setSheet: (sheet) => {
      store().setState({ sheet });
    },
    setDrawerOpen: (drawerOpen) => {
      store().setState({ drawerOpen });
    },
    startFresh: () => shown(store(), startFresh()),
  };
}
