/**
 * Lays lanes B … over lane A by what their encoders make of the same test images, anew whenever lanes
 * at rest have new pictures. While anything trains, the last alignment holds.
 */
import { type AlignmentKind, type Codes, alignCodes } from "#/core/latent/alignment.ts";
import type { App, LaneAlignment } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import type { EncodedPoints, PreviewFrame } from "#/worker/protocol/preview.ts";

type AlignedApp = Pick<App, "store" | "frames">;

export const isMoving = ({ phase }: Pick<AppState, "phase">): boolean =>
  phase === "training" || phase === "waiting" || phase === "loading";

const newestOf = ({ frames }: AlignedApp): PreviewFrame | null =>
  frames.list().at(-1)?.frame ?? null;

export interface LaneAligner {
  /** Calls `changed` whenever lanes at rest may lie otherwise. Returns what ends it. */
  watch(app: AlignedApp, changed: () => void): () => void;
  /** One a lane, lane A's null. Of lanes that train, what `last` says. */
  align(
    kind: AlignmentKind | null,
    apps: readonly AlignedApp[],
    last: readonly (LaneAlignment | null)[],
  ): readonly (LaneAlignment | null)[];
}

/** Points, not frames: a new picture of the same weights brings the points along as they were. */
interface Known {
  readonly kind: AlignmentKind;
  readonly lead: EncodedPoints | undefined;
  readonly own: EncodedPoints | undefined;
  readonly alignment: LaneAlignment;
}

export function createLaneAligner(): LaneAligner {
  const known = new WeakMap<AlignedApp, Known>();

  function alignmentOf(kind: AlignmentKind, app: AlignedApp, lead: AlignedApp): LaneAlignment {
    const [frame, leads] = [newestOf(app), newestOf(lead)];
    const last = known.get(app);
    const seen = { kind, lead: leads?.points, own: frame?.points };
    if (last?.kind === kind && last.lead === seen.lead && last.own === seen.own) {
      return last.alignment;
    }
    const alignment = laidOver(kind, leads, frame);
    known.set(app, { ...seen, alignment });
    return alignment;
  }

  return {
    watch(app, changed) {
      const atRest = () => {
        if (!isMoving(app.store.getState())) changed();
      };
      const stops = [
        app.frames.subscribe(atRest),
        app.store.subscribe((state, before) => {
          if (isMoving(before) && !isMoving(state)) changed();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    align(kind, apps, last) {
      const [lead] = apps;
      return apps.map((app, i) => {
        if (kind === null || lead === undefined || app === lead) return null;
        const rests = !isMoving(app.store.getState()) && !isMoving(lead.store.getState());
        const before = last[i] ?? null;
        return rests || before === null ? alignmentOf(kind, app, lead) : before;
      });
    },
  };
}

function laidOver(
  kind: AlignmentKind,
  lead: PreviewFrame | null,
  frame: PreviewFrame | null,
): LaneAlignment {
  if (lead === null || frame === null) {
    return { kind: "refused", reason: { reason: "no-points", activeA: 0, activeB: 0 } };
  }
  const [a, b] = sameImages(lead, frame);
  const aligned = alignCodes(kind, a, b);
  return aligned.ok
    ? { kind: "aligned", alignment: aligned.value }
    : { kind: "refused", reason: aligned.error };
}

/** Wide latent spaces are pictured with fewer points: those that both have. */
function sameImages(lead: PreviewFrame, frame: PreviewFrame): [Codes, Codes] {
  const rowOf = new Map([...frame.points.indices].map((image, row) => [image, row]));
  const rows = [...lead.points.indices].flatMap((image, row): [number, number][] => {
    const other = rowOf.get(image);
    return other === undefined ? [] : [[row, other]];
  });
  return [
    codesOf(
      lead,
      rows.map(([row]) => row),
    ),
    codesOf(
      frame,
      rows.map(([, row]) => row),
    ),
  ];
}

function codesOf({ points, klPerDimension }: PreviewFrame, rows: readonly number[]): Codes {
  const latent = klPerDimension.length;
  const mean = new Float32Array(rows.length * latent);
  rows.forEach((row, i) => {
    mean.set(points.mean.subarray(row * latent, (row + 1) * latent), i * latent);
  });
  return { mean, count: rows.length, latent };
}
