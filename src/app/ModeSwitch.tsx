/** Play, Compare, Benches, Lessons: where one is, and the way to the others. */
import { modes, type Mode } from "#/core/route.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Menu } from "#/ui/Menu.tsx";
import { useMedia } from "#/ui/useMedia.ts";
import styles from "./ModeSwitch.module.css";

const selectMode = (state: AppState) => state.route.mode;
const selectGo = (state: AppState) => state.go;

/** Side by side where there is room, else behind the name of the one that is shown. */
export function ModeSwitch() {
  const t = useText();
  const shown = useAppState(selectMode);
  const go = useAppState(selectGo);
  const roomy = useMedia("(min-width: 1100px)");
  const name = (mode: Mode) => t(`app.modes.${mode}`);
  if (!roomy) {
    return (
      <Menu
        label={t("app.modes.label")}
        align="end"
        button={{ look: "quiet", icon: "down", children: name(shown) }}
        entries={modes.map((mode) => ({
          kind: "check",
          label: name(mode),
          checked: mode === shown,
          onChange: () => {
            go({ mode });
          },
        }))}
      />
    );
  }
  return (
    <nav className={styles["modes"]} aria-label={t("app.modes.label")}>
      {modes.map((mode) => (
        <button
          key={mode}
          type="button"
          className={styles["mode"]}
          aria-current={mode === shown ? "page" : undefined}
          onClick={() => {
            go({ mode });
          }}
        >
          {name(mode)}
        </button>
      ))}
    </nav>
  );
}
