/**
 * The model drawn from left to right with one image in it: what runs is outlined, numbers stand where
 * they arise, and what has not been reached says nothing yet.
 */
import type { ReactElement, ReactNode } from "react";
import { isReached, type Phase } from "#/features/slow/phases.ts";
import { SlowCodes } from "#/features/slow/SlowCodes.tsx";
import { SlowLayers } from "#/features/slow/SlowLayers.tsx";
import { SlowTerms } from "#/features/slow/SlowTerms.tsx";
import styles from "#/features/slow/SlowMotion.module.css";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { NextStep } from "#/state/partTypes.ts";
import type { AppState } from "#/state/types.ts";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";

interface SlowDrawingProps {
  readonly step: NextStep;
  /** Row of the batch. */
  readonly image: number;
  readonly phase: Phase;
}

const selectShape = (state: AppState) => state.dataset?.shape;
const usualShape = [28, 28, 1] as const;
const pictureSize = 84;

export function SlowDrawing({ step, image, phase }: SlowDrawingProps): ReactElement {
  const t = useText();
  const shape = useAppState(selectShape) ?? usualShape;
  const pixels = shape[0] * shape[1] * shape[2];
  const row = (values: Float32Array): Float32Array =>
    values.subarray(image * pixels, (image + 1) * pixels);
  const gradients = phase === "gradient" ? step.gradients : null;
  const longest = Math.max(...step.gradients.map(({ norm }) => norm));
  const layers = { all: step.gradients, longest, shown: gradients !== null } as const;
  return (
    <div className={styles["drawing"]} role="group" aria-label={t("lessons.slow.drawing")}>
      <Station running={phase === "image"} reached name="x">
        <PixelCanvas pixels={row(step.images)} shape={shape} size={pictureSize} label="x" />
      </Station>
      <Station
        running={phase === "posterior"}
        reached={isReached("posterior", phase)}
        name={t("setup.model.encoder")}
      >
        <SlowLayers side="encoder" {...layers} />
      </Station>
      <Station
        running={phase === "noise" || phase === "latent"}
        reached={isReached("posterior", phase)}
        name="z = μ + σε"
      >
        <SlowCodes step={step} image={image} phase={phase} />
        <SlowLayers side="heads" {...layers} />
      </Station>
      <Station
        running={phase === "output"}
        reached={isReached("output", phase)}
        name={t("setup.model.decoder")}
      >
        <SlowLayers side="decoder" {...layers} />
      </Station>
      <Station running={phase === "output"} reached={isReached("output", phase)} name="x̂">
        <PixelCanvas
          pixels={isReached("output", phase) ? row(step.output) : null}
          shape={shape}
          size={pictureSize}
          label="x̂"
        />
      </Station>
      <Station
        running={phase === "terms"}
        reached={isReached("terms", phase)}
        name={t("lessons.slow.phases.terms.name")}
      >
        <SlowTerms step={step} image={image} reached={isReached("terms", phase)} />
      </Station>
    </div>
  );
}

function Station(props: {
  readonly running: boolean;
  readonly reached: boolean;
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={styles["station"]} data-running={props.running} data-reached={props.reached}>
      <span className={styles["name"]}>{props.name}</span>
      {props.children}
    </div>
  );
}
