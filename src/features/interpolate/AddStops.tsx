/** Where stops come from: test images, pins, the handle, the drawing, or presses on the plane. */
import { useState } from "react";
import { isLabelled } from "#/core/data/labelled.ts";
import { nextOfClass } from "#/core/latent/testImages.ts";
import styles from "#/features/interpolate/InterpolateTab.module.css";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { addStops } from "#/state/tools/path.ts";
import { chooseTool, toolsOf } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { ClassSelect } from "#/ui/ClassSelect.tsx";

const selectPins = (s: AppState) => s.pins;
const selectPinned = (s: AppState) => s.pinned;
const selectDrawn = (s: AppState) => toolsOf(s).drawn.pixels;
const selectPressing = (s: AppState) => toolsOf(s).tool?.kind === "stops";

export function AddStops() {
  const t = useText();
  const app = useAppParts();
  const pins = useAppState(selectPins);
  const pinned = useAppState(selectPinned);
  const drawn = useAppState(selectDrawn);
  const pressing = useAppState(selectPressing);
  return (
    <div className={styles["choices"]}>
      <span className={styles["label"]}>{t("tabs.path.add")}</span>
      <TestImages />
      {pinned !== null && (
        <Button onClick={() => addStops(app, [{ kind: "test", index: pinned }])}>
          {t("tabs.path.pinnedImage", { index: pinned })}
        </Button>
      )}
      {pins.length > 0 && (
        <Button
          onClick={() =>
            addStops(
              app,
              pins.map((z) => ({ kind: "place", z })),
            )
          }
        >
          {t("tabs.path.pins", { count: pins.length })}
        </Button>
      )}
      <Button onClick={() => addStops(app, [{ kind: "place", z: app.store.getState().z }])}>
        {t("tabs.path.handle")}
      </Button>
      {drawn !== null && (
        <Button
          onClick={() => {
            const { label } = app.store.getState();
            addStops(app, [{ kind: "own", pixels: drawn, label }]);
          }}
        >
          {t("tabs.path.drawing")}
        </Button>
      )}
      <Button
        pressed={pressing}
        onClick={() => {
          chooseTool(app, pressing ? null : { kind: "stops" });
        }}
      >
        {t("tabs.path.onPlane")}
      </Button>
    </div>
  );
}

const selectDataset = (s: AppState) => s.dataset;

/** One at a time, of the class chosen; the next of them after the last on the path. */
function TestImages() {
  const t = useText();
  const app = useAppParts();
  const classes = useClassNames(useAppState(selectDataset));
  const [label, setLabel] = useState<number | null>(null);

  function add(): void {
    const points = app.frames.list().at(-1)?.frame.points;
    if (points === undefined) return;
    const { stops } = toolsOf(app.store.getState()).path;
    const last = stops.findLast(({ of }) => of.kind === "test")?.of;
    const next = nextOfClass(points, label, last?.kind === "test" ? last.index : null);
    if (next !== null) addStops(app, [{ kind: "test", index: next }]);
  }

  return (
    <span className={styles["pair"]}>
      <Button icon="plus" onClick={add}>
        {t("tabs.path.test")}
      </Button>
      {isLabelled(classes) && (
        <ClassSelect
          label={t("tabs.path.testClass")}
          classes={classes}
          value={label}
          onChange={setLabel}
        />
      )}
    </span>
  );
}
