/** What one does with the drawing: a step back, a test image to begin with, a stop, the handle. */
import { useRef, useState } from "react";
import { isLabelled } from "#/core/data/labelled.ts";
import { nextOfClass } from "#/core/latent/testImages.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import styles from "#/features/draw/DrawTab.module.css";
import { hasPad } from "#/features/draw/hasPad.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { shown } from "#/state/parts.ts";
import { clear, drawOn, showPicture, undo } from "#/state/tools/drawn.ts";
import { addStops } from "#/state/tools/path.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { ClassSelect } from "#/ui/ClassSelect.tsx";

const selectDataset = (s: AppState) => s.dataset;
const selectPixels = (s: AppState) => toolsOf(s).drawn.pixels;
const selectStrokes = (s: AppState) => toolsOf(s).drawn.drawing?.strokes.length ?? 0;
const selectStops = (s: AppState) =>
  toolsOf(s).path.stops.filter(({ of }) => of.kind === "own").length;

interface DrawActionsProps {
  readonly shape: ImageShape;
  /** Where the encoder puts the drawing; null until it has answered. */
  readonly mean: Float32Array | null;
}

export function DrawActions({ shape, mean }: DrawActionsProps) {
  const t = useText();
  const app = useAppParts();
  const pixels = useAppState(selectPixels);
  const strokes = useAppState(selectStrokes);
  const stops = useAppState(selectStops);
  const drawable = hasPad(shape);
  return (
    <>
      <div className={styles["actions"]}>
        {drawable && (
          <Button icon="undo" disabled={strokes === 0} onClick={() => undo(app)}>
            {t("tabs.draw.undo")}
          </Button>
        )}
        <Button icon="close" disabled={pixels === null} onClick={() => clear(app)}>
          {t("tabs.draw.clear")}
        </Button>
        <TestImage shape={shape} />
      </div>
      <div className={styles["actions"]}>
        <Button
          icon="pin"
          disabled={mean === null}
          onClick={() => {
            if (mean !== null) app.store.getState().setZ([...mean], "hand");
          }}
        >
          {t("tabs.draw.handleHere")}
        </Button>
        <Button
          icon="plus"
          disabled={pixels === null}
          onClick={() => {
            const { label } = app.store.getState();
            if (pixels !== null) addStops(app, [{ kind: "own", pixels, label }]);
          }}
        >
          {t("tabs.draw.asStop")}
        </Button>
        {stops > 0 && (
          <span className={styles["note"]} role="status">
            {t("tabs.draw.stops", { count: stops })}
          </span>
        )}
      </div>
    </>
  );
}

/** A test image to go on from, of a class or of any. */
function TestImage({ shape }: { readonly shape: ImageShape }) {
  const t = useText();
  const app = useAppParts();
  const classes = useClassNames(useAppState(selectDataset));
  const [label, setLabel] = useState<number | null>(null);
  const last = useRef<number | null>(null);

  async function load(): Promise<void> {
    const points = app.frames.list().at(-1)?.frame.points;
    const next = points === undefined ? null : nextOfClass(points, label, last.current);
    if (next === null) return;
    last.current = next;
    const { pixels } = await app.inspector.originals("test", [next], undefined, true);
    if (hasPad(shape)) drawOn(app, shape[0], pixels);
    else showPicture(app, pixels);
  }

  return (
    <span className={styles["test"]}>
      <Button onClick={() => void shown(app.store, load())}>{t("tabs.draw.loadTest")}</Button>
      {isLabelled(classes) && (
        <ClassSelect
          label={t("tabs.draw.loadClass")}
          classes={classes}
          value={label}
          onChange={setLabel}
        />
      )}
    </span>
  );
}
