/** The experiment at 56 px: the model in miniature, one button that opens the drawer. */
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { splitChanges } from "#/core/experiment/diff.ts";
import { unitsOf } from "#/features/setup/model/blockEdits.ts";
import { railWidth } from "#/features/setup/model/drawing.ts";
import { useDraftImage } from "#/features/setup/draft.ts";
import styles from "./ExperimentRail.module.css";

const selectDraft = (state: AppState) => state.draft;
const selectConfig = (state: AppState) => state.config;
const selectOpen = (state: AppState) => state.drawerOpen;
const selectSetOpen = (state: AppState) => state.setDrawerOpen;

export function ExperimentRail() {
  const t = useText();
  const draft = useAppState(selectDraft);
  const config = useAppState(selectConfig);
  const open = useAppState(selectOpen);
  const setOpen = useAppState(selectSetOpen);
  const [height, width, channels] = useDraftImage() ?? [28, 28, 1];
  const { encoder, decoder, latent } = draft.model;
  const image = height * width * channels;
  const waits = splitChanges(config, draft).restart.length > 0;
  const bars = [
    { units: image, part: "image" },
    ...encoder.map((block) => ({ units: unitsOf(block), part: "block" })),
    { units: latent, part: "latent" },
    ...decoder.map((block) => ({ units: unitsOf(block), part: "block" })),
    { units: image, part: "reconstruction" },
  ];
  return (
    <button
      type="button"
      className={styles["rail"]}
      aria-label={t("setup.rail.label")}
      title={t("setup.rail.label")}
      aria-expanded={open}
      data-waiting={waits ? "" : undefined}
      onClick={() => {
        setOpen(!open);
      }}
    >
      {bars.map(({ units, part }, i) => (
        <span
          key={i}
          className={styles["bar"]}
          data-part={part}
          style={{ inlineSize: `${String(railWidth(units) / 16)}rem` }}
        />
      ))}
    </button>
  );
}
