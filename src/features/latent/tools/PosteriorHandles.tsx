/** Takes hold of the ellipse: its middle moves μ, a knob on each axis of the plane changes σ there. */
import type { KeyboardEvent, PointerEvent } from "react";
import { withSigma } from "#/core/latent/ownPosterior.ts";
import {
  fromScreen,
  lift,
  project,
  toScreen,
  type PlaneAxes,
  type PlanePoint,
} from "#/core/latent/plane.ts";
import { arrowStep } from "#/features/latent/tools/arrowStep.ts";
import styles from "#/features/latent/tools/tools.module.css";
import type { Posterior, Posteriors } from "#/features/latent/tools/usePosteriors.ts";
import { useAxisNames } from "#/features/latent/useAxisNames.ts";
import { usePlaneView } from "#/features/latent/usePlaneView.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { setTools } from "#/state/tools/tools.ts";

export function PosteriorHandles({ posteriors }: { readonly posteriors: Posteriors }) {
  const t = useText();
  const format = useNumberFormat();
  const app = useAppParts();
  const { axes, window } = usePlaneView();
  const names = useAxisNames(axes);
  const shown = posteriors.own ?? posteriors.encoder;
  const centre = project(axes, shown.mean);
  const change = (next: Partial<Posterior>): void => {
    setTools(app, { posterior: { ...shown, ...next } });
  };
  const moveTo = (point: PlanePoint): void => {
    change({ mean: lift(axes, shown.mean, point) });
  };

  return (
    <>
      <Knob
        at={toScreen(window, centre)}
        kind="mean"
        label={t("tabs.landscape.mean")}
        value={centre[0]}
        valueText={`${names[0]} = ${format(centre[0], 2)}, ${names[1]} = ${format(centre[1], 2)}`}
        onPlace={(u, v) => {
          moveTo(fromScreen(window, u, v));
        }}
        onStep={([right, up]) => {
          moveTo([centre[0] + right, centre[1] + up]);
        }}
      />
      {planeDimensions(axes).map((dimension, axis) => {
        const sigma = Math.exp((shown.logVariance[dimension] ?? 0) / 2);
        const to = (value: number): void => {
          change({ logVariance: withSigma(shown.logVariance, dimension, value) });
        };
        const rim: PlanePoint =
          axis === 0 ? [centre[0] + sigma, centre[1]] : [centre[0], centre[1] + sigma];
        return (
          <Knob
            key={dimension}
            at={toScreen(window, rim)}
            kind={axis === 0 ? "across" : "up"}
            label={t("tabs.landscape.sigma", { axis: names[axis] ?? "" })}
            value={sigma}
            valueText={`σ = ${format(sigma, 3)}`}
            onPlace={(u, v) => {
              const point = fromScreen(window, u, v);
              to(Math.abs((point[axis] ?? 0) - (centre[axis] ?? 0)));
            }}
            onStep={([right, up]) => {
              // By tenths, for a width has no zero: Shift coarse, Alt fine, as everywhere.
              to(sigma * Math.exp(right + up));
            }}
          />
        );
      })}
    </>
  );
}

/** The dimensions whose σ a knob can hold; principal axes mix all of them, and leave only the mean. */
function planeDimensions(axes: PlaneAxes): readonly number[] {
  if (axes.kind === "pca") return [];
  const [first, second] = axes.dims;
  return first === second ? [first] : [first, second];
}

interface KnobProps {
  readonly at: readonly [u: number, v: number];
  readonly kind: "mean" | "across" | "up";
  readonly label: string;
  readonly value: number;
  readonly valueText: string;
  readonly onPlace: (u: number, v: number) => void;
  readonly onStep: (step: readonly [right: number, up: number]) => void;
}

function Knob({ at: [u, v], kind, label, value, valueText, onPlace, onStep }: KnobProps) {
  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const within = (p: number) => Math.min(Math.max(p, 0.001), 0.999);
    onPlace(
      within((event.clientX - box.left) / Math.max(box.width, 1)),
      within((event.clientY - box.top) / Math.max(box.height, 1)),
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = arrowStep(event);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    onStep(step);
  }

  if (u < 0 || u > 1 || v < 0 || v > 1) return null;
  return (
    <div
      role="slider"
      tabIndex={0}
      data-own
      data-kind={kind}
      data-testid={`posterior-${kind}`}
      className={styles["knob"]}
      aria-label={label}
      aria-valuenow={Number(value.toFixed(3))}
      aria-valuemin={kind === "mean" ? -15 : 0}
      aria-valuemax={15}
      aria-valuetext={valueText}
      style={{
        insetInlineStart: `${String(100 * u)}%`,
        insetBlockStart: `${String(100 * v)}%`,
      }}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
