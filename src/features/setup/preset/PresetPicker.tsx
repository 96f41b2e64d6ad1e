/** The experiment to start from, its story, and which of its values are ours. */
import { type PresetId, presetIds } from "#/core/experiment/config.ts";
import { describeDifference } from "#/core/experiment/diff.ts";
import { presetConfig, presets } from "#/core/experiment/presets.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";
import { Menu } from "#/ui/Menu.tsx";
import { Popover } from "#/ui/Popover.tsx";
import styles from "./PresetPicker.module.css";

const selectPreset = (state: AppState) => state.preset;
const selectDraft = (state: AppState) => state.draft;
const selectLoad = (state: AppState) => state.loadPreset;

export function PresetPicker() {
  const t = useText();
  const id = useAppState(selectPreset);
  const draft = useAppState(selectDraft);
  const loadPreset = useAppState(selectLoad);
  const changed = describeDifference(presetConfig(id), draft).length > 0;
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
                {changed && (
                  <span className={styles["changed"]}> · {t("setup.preset.changed")}</span>
                )}
              </span>
              <Icon name="down" />
            </>
          ),
        }}
        entries={[
          {
            kind: "choice",
            label: t("setup.preset.label"),
            value: id,
            options: presetIds.map((preset) => ({
              value: preset,
              label: t(`setup.presets.${preset}.name`),
            })),
            onChange: (value) => {
              const chosen = presetIds.find((preset) => preset === value);
              if (chosen !== undefined) load(chosen);
            },
          },
        ]}
      />
      <p className={styles["story"]}>{t(`setup.presets.${id}.story`)}</p>
      <div className={styles["foot"]}>
        <PresetSource id={id} />
        {changed && (
          <Button
            look="quiet"
            onClick={() => {
              load(id);
            }}
          >
            {t("setup.preset.again")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What the source leaves out or does otherwise, on demand. */
function PresetSource({ id }: { readonly id: PresetId }) {
  const t = useText();
  const { ours, deviations } = presets[id];
  const fields = ours.map((path) => t(`setup.fields.${path}.label`)).join(t("setup.preset.comma"));
  return (
    <Popover
      label={t("setup.preset.oursTitle")}
      align="start"
      button={{ look: "quiet", children: t("setup.preset.oursTitle") }}
    >
      {() => (
        <div className={styles["source"]}>
          <p>{t("setup.preset.source", { fields })}</p>
          {deviations.map((deviation) => (
            <p key={deviation}>{t(`setup.deviations.${deviation}`)}</p>
          ))}
        </div>
      )}
    </Popover>
  );
}
