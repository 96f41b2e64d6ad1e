/** What to look for in a preset, what a repair mends, and which values are not the source's: on demand. */
import type { PresetId } from "#/core/experiment/config.ts";
import { describeDifference } from "#/core/experiment/diff.ts";
import { presetConfig, presets } from "#/core/experiment/presets.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { Popover } from "#/ui/Popover.tsx";
import { changeText } from "#/i18n/changeText.ts";
import styles from "./PresetPicker.module.css";

export function PresetNotes({ id }: { readonly id: PresetId }) {
  const t = useText();
  const format = useNumberFormat();
  const { ours, repairs, system } = presets[id];
  const mended =
    repairs === null ? [] : describeDifference(presetConfig(repairs), presetConfig(id));
  const fields = ours.map((path) => t(`setup.fields.${path}.label`)).join(t("setup.preset.comma"));
  const seedAlone = ours.every((path) => path === "training.seed");
  return (
    <Popover
      label={t("setup.preset.more")}
      align="start"
      button={{ children: t("setup.preset.more") }}
    >
      {() => (
        <div className={styles["source"]}>
          <h4>{t("setup.preset.more")}</h4>
          <p>{t(`setup.presets.${id}.look`)}</p>
          {mended.length > 0 && (
            <>
              <h4>{t("setup.preset.mends")}</h4>
              <ul>
                {mended.map((change) => {
                  const text = changeText(t, format, change);
                  return <li key={text}>{text}</li>;
                })}
              </ul>
            </>
          )}
          {system !== null && (
            <>
              <h4>{t("setup.preset.oursTitle")}</h4>
              <p>{seedAlone ? t("setup.preset.none") : t("setup.preset.source", { fields })}</p>
            </>
          )}
        </div>
      )}
    </Popover>
  );
}
