/** The themes a reader can choose from, in the order of the switch. */
import type { Theme } from "#/state/types.ts";
import type { IconName } from "#/ui/Icon.tsx";

export const themes = ["system", "light", "dark"] as const satisfies readonly Theme[];

export const themeIcons: Readonly<Record<Theme, IconName>> = {
  system: "system",
  light: "sun",
  dark: "moon",
};

export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
}
