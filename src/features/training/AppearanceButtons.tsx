/** Language and theme, one press each. Switching touches nothing but words and colours. */
import { nextTheme, themeIcons } from "./themes.ts";
import { languageNames, otherLanguage } from "#/i18n/language.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button, IconButton } from "#/ui/Button.tsx";
import styles from "./TransportBar.module.css";

const selectTheme = (state: AppState) => state.theme;
const selectLanguage = (state: AppState) => state.language;

function LanguageButton() {
  const { store } = useAppParts();
  const other = otherLanguage(useAppState(selectLanguage));
  return (
    <Button
      look="quiet"
      lang={other}
      className={styles["language"] ?? ""}
      onClick={() => {
        store.getState().setLanguage(other);
      }}
    >
      {languageNames[other]}
    </Button>
  );
}

function ThemeButton() {
  const t = useText();
  const { store } = useAppParts();
  const theme = useAppState(selectTheme);
  return (
    <IconButton
      icon={themeIcons[theme]}
      label={t("training.theme.switch", { theme: t(`training.theme.${theme}`) })}
      onClick={() => {
        store.getState().setTheme(nextTheme(theme));
      }}
    />
  );
}

export function AppearanceButtons() {
  return (
    <span className={styles["appearance"]}>
      <LanguageButton />
      <ThemeButton />
    </span>
  );
}
