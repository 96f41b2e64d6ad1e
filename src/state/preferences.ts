/** A reader's preferences as text in storage: versioned, parsed leniently, never an obstacle. */
import * as v from "valibot";
import type { TextStore } from "#/state/deps.ts";
import type { PreferencesSlice } from "#/state/types.ts";

/** What outlives the page. */
export type StoredPreferences = Pick<
  PreferencesSlice,
  "theme" | "language" | "inkOnPaper" | "logScale" | "shortcuts"
>;

const schema = v.partial(
  v.object({
    theme: v.picklist(["system", "light", "dark"]),
    language: v.picklist(["en", "zh-CN"]),
    inkOnPaper: v.boolean(),
    logScale: v.boolean(),
    shortcuts: v.boolean(),
  }),
);

/** What was stored, as far as it can be read. */
export function readPreferences(store: TextStore): Partial<StoredPreferences> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(store.read() ?? "{}"));
    if (!parsed.success) return {};
    const { theme, language, inkOnPaper, logScale, shortcuts } = parsed.output;
    return {
      ...(theme !== undefined && { theme }),
      ...(language !== undefined && { language }),
      ...(inkOnPaper !== undefined && { inkOnPaper }),
      ...(logScale !== undefined && { logScale }),
      ...(shortcuts !== undefined && { shortcuts }),
    };
  } catch {
    return {};
  }
}

/** Storage may be denied: the preference then lasts as long as the page. */
export function writePreferences(store: TextStore, preferences: StoredPreferences): void {
  const { theme, language, inkOnPaper, logScale, shortcuts } = preferences;
  try {
    store.write(JSON.stringify({ theme, language, inkOnPaper, logScale, shortcuts }));
  } catch {
    // Said once, where the experiment is stored.
  }
}
