/**
 * What a lane of a bench makes, drawn as its experiment draws it: reconstructions beside their
 * originals, samples of the same z for both lanes, or what comes of encoding noise.
 */
import { useCallback, useMemo, type ReactElement } from "react";
import { TileSheet } from "#/features/benches/parts/TileSheet.tsx";
import { useOutputs } from "#/features/benches/parts/useOutputs.ts";
import { show, showIn } from "#/features/benches/sigmoid/shown.ts";
import styles from "#/features/benches/mistake/MistakeBench.module.css";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { useInvert } from "#/ui/theme.tsx";
import { usePacedTime } from "#/ui/usePacedTime.ts";

interface LanePicturesProps {
  readonly lane: Lane;
  readonly of: "reconstructions" | "samples" | "noise";
  /** Nothing may say how they are made. */
  readonly covered: boolean;
  /** As stored, whatever the theme: beside a figure that is scaled to its own range. */
  readonly asStored: boolean;
}

const selectObjective = (state: AppState) => state.built.objective;
const selectShape = (state: AppState) => state.dataset?.shape;
const selectRun = (state: AppState) => state.runId;

const usualShape = [28, 28, 1] as const;
const seed = 0;
const wanted = { train: 60, test: 100, samples: 100, seed } as const;
/** ms between questions while the lane learns. */
const pace = 1000;

export function LanePictures(props: LanePicturesProps): ReactElement {
  return props.of === "noise" ? <FromNoise {...props} /> : <FromOutputs {...props} />;
}

function FromOutputs(props: LanePicturesProps): ReactElement {
  const { lane, of } = props;
  const objective = useAppState(selectObjective);
  const { value, fault } = useOutputs(lane, wanted);
  const pictures = useMemo(() => {
    if (value === null) return null;
    const { display } = objective;
    const { outputs, originals } = value.test;
    const pairs = show(objective, display, outputs, originals);
    if (of === "reconstructions") return [pairs.pictures, pairs.originals];
    return [showIn(objective, display, value.samples, pairs.figure)];
  }, [value, objective, of]);
  return <Sheet {...props} pictures={pictures} fault={fault} />;
}

function FromNoise(props: LanePicturesProps): ReactElement {
  const { app } = props.lane;
  const version = usePacedTime(app.frames, pace);
  const runId = useAppState(selectRun);
  const ask = useCallback(
    async (signal: AbortSignal) => ({ runId, ...(await app.inspector.noiseSamples(seed, signal)) }),
    [app, runId],
  );
  const { value, fault } = useAnswer(runId === 0 ? null : ask, version);
  const images = value?.runId === runId ? value.images : null;
  const pictures = useMemo(() => (images === null ? null : [images]), [images]);
  const told = fault?.code === "not-ready" ? null : fault;
  return <Sheet {...props} pictures={pictures} fault={told} />;
}

interface SheetProps extends LanePicturesProps {
  readonly pictures: readonly Float32Array[] | null;
  readonly fault: Parameters<typeof FaultNote>[0]["fault"] | null;
}

function Sheet({ lane, of, covered, asStored, pictures, fault }: SheetProps): ReactElement {
  const t = useText();
  const shape = useAppState(selectShape) ?? usualShape;
  const inverted = useInvert(shape[2]);
  const told = covered && of !== "reconstructions" ? "covered" : of;
  return (
    <figure className={styles["figure"]}>
      {fault !== null && <FaultNote fault={fault} />}
      <figcaption>{t(`benches.pictures.${told}`)}</figcaption>
      <TileSheet
        label={t(`benches.pictures.${told}Label`, { letter: lane.letter })}
        pictures={pictures}
        group={of === "reconstructions" ? 2 : 1}
        count={100}
        rows={6}
        shape={shape}
        invert={inverted && !asStored}
      />
    </figure>
  );
}
