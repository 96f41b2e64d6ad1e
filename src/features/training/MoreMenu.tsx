/** What is needed seldom: undo and redo, starting fresh, keys, and on phones theme and language. */
import { languageNames, languages } from "#/i18n/language.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Menu } from "#/ui/Menu.tsx";
import type { MenuEntry } from "#/ui/menuEntry.ts";
import { useMedia } from "#/ui/useMedia.ts";
import { themes } from "./themes.ts";

const selectCanUndo = (state: AppState) => state.canUndo;
const selectCanRedo = (state: AppState) => state.canRedo;
const selectInk = (state: AppState) => state.inkOnPaper;
const selectShortcuts = (state: AppState) => state.shortcuts;
const selectTheme = (state: AppState) => state.theme;
const selectLanguage = (state: AppState) => state.language;

export function MoreMenu({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const t = useText();
  const { store } = useAppParts();
  const canUndo = useAppState(selectCanUndo);
  const canRedo = useAppState(selectCanRedo);
  const ink = useAppState(selectInk);
  const shortcuts = useAppState(selectShortcuts);
  const theme = useAppState(selectTheme);
  const language = useAppState(selectLanguage);
  // The bar has no room there for switches of their own.
  const phone = useMedia("(max-width: 599.98px), (max-height: 479.98px)");
  const run: readonly MenuEntry[] = [
    {
      kind: "action",
      label: t("training.resetNew"),
      icon: "dice",
      onSelect: () => {
        void store.getState().reset({ newSeed: true });
      },
    },
    { kind: "rule" },
  ];
  const appearance: readonly MenuEntry[] = [
    { kind: "rule" },
    {
      kind: "choice",
      label: t("training.more.theme"),
      value: theme,
      options: themes.map((value) => ({ value, label: t(`training.theme.${value}`) })),
      onChange: (value) => {
        const chosen = themes.find((known) => known === value);
        if (chosen !== undefined) store.getState().setTheme(chosen);
      },
    },
    {
      kind: "choice",
      label: t("training.more.language"),
      value: language,
      options: languages.map((value) => ({ value, label: languageNames[value] })),
      onChange: (value) => {
        const chosen = languages.find((known) => known === value);
        if (chosen !== undefined) store.getState().setLanguage(chosen);
      },
    },
  ];
  return (
    <Menu
      label={t("training.more.button")}
      align="end"
      button={{
        look: "quiet",
        icon: "more",
        title: t("training.more.button"),
        "aria-label": t("training.more.button"),
      }}
      entries={[
        ...(phone ? run : []),
        {
          kind: "action",
          label: t("training.more.undo"),
          icon: "undo",
          key: "Ctrl+Z",
          disabled: !canUndo,
          onSelect: () => {
            store.getState().undo();
          },
        },
        {
          kind: "action",
          label: t("training.more.redo"),
          icon: "redo",
          key: "Ctrl+Shift+Z",
          disabled: !canRedo,
          onSelect: () => {
            store.getState().redo();
          },
        },
        {
          kind: "action",
          label: t("training.more.fresh"),
          icon: "reset",
          onSelect: () => {
            void store.getState().startFresh();
          },
        },
        { kind: "rule" },
        {
          kind: "check",
          label: t("training.more.ink"),
          checked: ink,
          onChange: (on) => {
            store.getState().setInkOnPaper(on);
          },
        },
        {
          kind: "check",
          label: t("training.more.shortcuts"),
          checked: shortcuts,
          onChange: (on) => {
            store.getState().setShortcuts(on);
          },
        },
        {
          kind: "action",
          label: t("training.more.keys"),
          icon: "keyboard",
          key: "?",
          onSelect: onShowKeys,
        },
        ...(phone ? appearance : []),
      ]}
    />
  );
}
