/** The experiment to start from, and its story; a jump between a system and its repair. */
import { type PresetId, presetIds } from "#/core/experiment/config.ts";
import { presets } from "#/core/experiment/presets.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";
import { Menu } from "#/ui/Menu.tsx";
import { PresetNotes } from "#/features/setup/preset/PresetNotes.tsx";
import {
  presetGroups,
  presetsOf,
  repairOf,
  shownPreset,
  standingOf,
} from "#/features/setup/preset/presetGroups.ts";
import styles from "./PresetPicker.module.css";

const selectPreset = (state: AppState) => state.preset;
const selectDraft = (state: AppState) => state.draft;
const selectGo = (state: AppState) => state.go;
const selectLoad = (state: AppState) => state.loadPreset;

export function PresetPicker() {
  const t = useText();
  const id = useAppState(selectPreset);
  const draft = useAppState(selectDraft);
  const loadPreset = useAppState(selectLoad);
  const go = useAppState(selectGo);
  const standing = standingOf(id, draft);
  const { repairs } = presets[id];
  const other = repairs ?? repairOf(id);
  const load = (preset: PresetId): void => {
    void loadPreset(preset, { train: true });
  };
  return (
    <div className={styles["picker"]}>
      <Menu
        label={t("setup.preset.label")}
        button={{
          className: styles["button"] ?? "",
          "aria-label": `${t("setup.preset.label")}: ${t(`setup.presets.${id}.name`)}`,
          title: t("setup.preset.help"),
          children: (
            <>
              <span className={styles["name"]}>
                {t(`setup.presets.${id}.name`)}
                {standing !== "same" && (
                  <span className={styles["changed"]}> · {t(`setup.preset.${standing}`)}</span>
                )}
              </span>
              <Icon name="down" />
            </>
          ),
        }}
        entries={presetGroups.map((group) => ({
          kind: "choice",
          label: t(`setup.systems.${group}`),
          value: shownPreset(id),
          options: presetsOf(group).map((preset) => ({
            value: preset,
            label: t(`setup.presets.${preset}.name`),
          })),
          onChange: (value) => {
            const chosen = presetIds.find((preset) => preset === value);
            if (chosen !== undefined) load(chosen);
          },
        }))}
      />
      <p className={styles["story"]}>{t(`setup.presets.${id}.story`)}</p>
      <div className={styles["foot"]}>
        <PresetNotes id={id} />
        {standing !== "same" && (
          <Button
            onClick={() => {
              load(id);
            }}
          >
            {t("setup.preset.again")}
          </Button>
        )}
        {other !== null && (
          <Button
            onClick={() => {
              load(other);
            }}
          >
            {t(repairs === null ? "setup.preset.toRepaired" : "setup.preset.toWritten")}
          </Button>
        )}
        <Button
          title={t("setup.preset.benchHelp")}
          onClick={() => {
            go({ mode: "benches", topic: "sigmoid" });
          }}
        >
          {t("setup.preset.bench")}
        </Button>
      </div>
    </div>
  );
}
