/** What the plane has to say about itself, the most important first: where it looks, what is not shown. */
import { useSyncExternalStore } from "react";
import { isLabelled } from "#/core/data/labelled.ts";
import { sameAxes } from "#/core/latent/axes.ts";
import { countOutside } from "#/core/latent/placement.ts";
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import { usePlaneView, type PlaneView } from "#/features/latent/usePlaneView.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { selectConditional } from "#/state/shownModel.ts";
import type { AppState } from "#/state/types.ts";

export type NoteId =
  | "scrubbed"
  | "stale"
  | "noPictures"
  | "collapsed"
  | "class"
  | "display"
  | "slice"
  | "unlabelled"
  | "outside";

export interface PlaneNote {
  readonly id: NoteId;
  readonly text: string;
}

const selectScrubbed = (s: AppState) => s.scrubbed !== null;
const selectLayers = (s: AppState) => s.layers;
const selectDataset = (s: AppState) => s.dataset;
const selectDisplay = (s: AppState) => s.built.objective.display;

/** Variance of μ at or below which a dimension tells nothing (Burda et al., 2016, section 5.2). */
const INACTIVE = 0.01;
/** Before this step an untrained encoder may look collapsed. */
const SETTLED = 100;

const displays = {
  autoscaled: "tabs.display.noteAutoscaled",
  clamped: "tabs.display.noteClamped",
  sigmoidTwice: "tabs.display.noteSigmoidTwice",
} as const;

type Frame = NonNullable<PlaneView["frame"]>;

/** Share of the points that lie beyond the frame. */
function shareOutside(geometry: PlaneGeometry, frame: Frame, { axes, window }: PlaneView): number {
  const count = frame.points.indices.length;
  return count === 0 ? 0 : countOutside(geometry.positions(frame.points, axes, window)) / count;
}

export function usePlaneNotes(geometry: PlaneGeometry): readonly PlaneNote[] {
  const t = useText();
  const format = useNumberFormat();
  const { decoder } = useAppParts();
  const view = usePlaneView();
  const scrubbed = useAppState(selectScrubbed);
  const layers = useAppState(selectLayers);
  const dataset = useAppState(selectDataset);
  const classes = useClassNames(dataset);
  const conditional = useAppState(selectConditional);
  const display = useAppState(selectDisplay);
  const stale = useSyncExternalStore(decoder.subscribe, () => decoder.current.stale);
  const { frame, axes, latent } = view;
  if (frame === null) return [];

  const step = format(frame.step);
  const outside = layers.points ? shareOutside(geometry, frame, view) : 0;
  const collapsed = frame.step >= SETTLED && frame.meanVariance.every((v) => v <= INACTIVE);
  const absent = layers.pictures && !sameAxes(frame.sheet.spec.axes, axes);
  const unlabelled = layers.points && dataset !== null && !isLabelled(dataset.classes);
  const percent = outside < 0.01 ? "<1" : format(Math.round(100 * outside));
  const name = classes[frame.label] ?? String(frame.label);
  const note = (id: NoteId, holds: boolean, text: () => string) =>
    holds ? [{ id, text: text() }] : [];
  return [
    ...note("scrubbed", scrubbed, () => t("tabs.notes.scrubbed", { step })),
    ...note("stale", stale && !scrubbed, () => t("tabs.notes.weightsOf", { step })),
    ...note("noPictures", absent, () => t("tabs.notes.noPictures")),
    ...note("collapsed", collapsed, () => t("tabs.notes.collapsed")),
    ...note("class", layers.pictures && conditional, () => t("tabs.classes.note", { name })),
    ...(layers.pictures && display !== "sigmoid"
      ? note("display", true, () => t(displays[display]))
      : []),
    ...note("slice", latent > 2, () => t("tabs.notes.slice")),
    ...note("unlabelled", unlabelled, () => t("tabs.notes.noLabels")),
    ...note("outside", outside > 0, () => t("tabs.notes.outside", { percent })),
  ];
}
