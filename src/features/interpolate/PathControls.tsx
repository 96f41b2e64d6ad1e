/** How the path runs, how many frames it has, and where on it one is. */
import styles from "#/features/interpolate/InterpolateTab.module.css";
import { usePlay } from "#/features/interpolate/usePlay.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { goTo, mostBetween, setBetween, setCurve, setPlaying } from "#/state/tools/path.ts";
import type { LatentPath } from "#/state/tools/types.ts";
import { IconButton } from "#/ui/Button.tsx";
import { Slider } from "#/ui/Slider.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

interface PathControlsProps {
  readonly path: LatentPath;
  /** Whether every stop has its place. */
  readonly laid: boolean;
}

export function PathControls({ path, laid }: PathControlsProps) {
  const t = useText();
  const format = useNumberFormat();
  const app = useAppParts();
  usePlay();
  const { curve, between, at, playing } = path;
  return (
    <div className={styles["controls"]}>
      <IconButton
        icon={playing ? "pause" : "play"}
        label={t(playing ? "tabs.path.stop" : "tabs.path.play")}
        disabled={!laid}
        onClick={() => {
          setPlaying(app, !playing);
        }}
      />
      <Slider
        label={t("tabs.path.position")}
        value={at}
        min={0}
        max={1}
        step={0.01}
        disabled={!laid}
        valueText={t("tabs.path.percent", { percent: format(100 * at, 0) })}
        testId="path-position"
        onChange={(value) => {
          setPlaying(app, false);
          goTo(app, value);
        }}
      />
      <ToggleGroup
        label={t("tabs.path.curve")}
        value={curve}
        options={[
          { value: "lerp", label: t("tabs.path.lerp") },
          { value: "slerp", label: t("tabs.path.slerp") },
        ]}
        onChange={(value) => {
          setCurve(app, value);
        }}
      />
      <Slider
        label={t("tabs.path.between")}
        value={between}
        min={0}
        max={mostBetween}
        step={1}
        valueText={format(between)}
        onChange={(value) => {
          setBetween(app, value);
        }}
      />
    </div>
  );
}
