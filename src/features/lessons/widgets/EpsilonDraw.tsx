/**
 * z = μ + σε of one test image, with ε drawn by hand: the numbers, the ellipse with z in it, and what
 * the decoder makes of z. μ and σ can be moved while ε is held.
 */
import { useCallback, useMemo, useState, type ReactElement } from "react";
import { useProgress } from "#/features/lessons/progressContext.tsx";
import { CodeTable } from "#/features/lessons/widgets/CodeTable.tsx";
import { EpsilonMovers } from "#/features/lessons/widgets/EpsilonMovers.tsx";
import { EpsilonPlot } from "#/features/lessons/widgets/EpsilonPlot.tsx";
import {
  asEncoded,
  codesOf,
  handNoise,
  windowOf,
  type Change,
  type PlaneWindow,
} from "#/features/lessons/widgets/epsilonCodes.ts";
import styles from "#/features/lessons/widgets/Widget.module.css";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { PointDetails } from "#/state/partTypes.ts";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectShape = (state: AppState) => state.dataset?.shape;
const selectSets = (state: AppState) => state.dataSets;
const selectSet = (state: AppState) => state.config.data.set;
const selectReady = (state: AppState) => state.phase !== "loading" && state.dataset !== null;
const selectSeed = (state: AppState) => state.config.training.seed;

const usualShape = [28, 28, 1] as const;
/** ms between looks at a model that trains. */
const pace = 500;
const kept = 8;

export function EpsilonDraw(): ReactElement {
  const { frames, inspector } = useAppParts();
  const version = usePacedTime(frames, pace);
  const ready = useAppState(selectReady);
  const set = useAppState(selectSet);
  const indices = useAppState(selectSets).find(({ id }) => id === set)?.sprite.indices ?? [];
  const [chosen, setChosen] = useState(3);
  const testIndex = indices[chosen % Math.max(indices.length, 1)] ?? null;
  const ask = useMemo(
    () =>
      ready && testIndex !== null
        ? (signal: AbortSignal) => inspector.point(testIndex, signal)
        : null,
    [ready, testIndex, inspector],
  );
  const { value: details, fault } = useAnswer(ask, version);
  if (fault !== null && details === null) return <FaultNote fault={fault} />;
  if (details === null) return <div className={styles["widget"]} aria-busy="true" />;
  return (
    <Draws
      key={testIndex}
      details={details}
      version={version}
      onAnother={() => {
        setChosen((last) => last + 1);
      }}
    />
  );
}

interface DrawsProps {
  readonly details: PointDetails;
  readonly version: number;
  readonly onAnother: () => void;
}

function Draws({ details, version, onAnother }: DrawsProps): ReactElement {
  const t = useText();
  const { inspector } = useAppParts();
  const progress = useProgress();
  const seed = useAppState(selectSeed);
  const shape = useAppState(selectShape) ?? usualShape;
  const [draw, setDraw] = useState(1);
  const [change, setChange] = useState(asEncoded);
  const [earlier, setEarlier] = useState<readonly Float32Array[]>([]);
  const epsilon = useMemo(() => handNoise(seed, draw), [seed, draw]);
  const codes = codesOf(details, epsilon, change);
  // Null while nothing is held.
  const [held, setHeld] = useState<PlaneWindow | null>(null);
  const z = codes.map((code) => code.z);
  const place = z.map((value) => value.toFixed(4)).join();
  const decode = useCallback(
    (signal: AbortSignal) =>
      inspector.decode(Float32Array.from(place.split(","), Number), 1, { signal }),
    [inspector, place],
  );
  const decoded = useAnswer(decode, version).value?.images ?? null;

  function drawAgain(): void {
    if (decoded !== null) setEarlier((before) => [decoded, ...before].slice(0, kept));
    setDraw((last) => last + 1);
    progress.record((deeds) => ({ ...deeds, epsilonDraws: deeds.epsilonDraws + 1 }));
  }

  function move(next: Change): void {
    setChange(next);
    const [first] = codesOf(details, epsilon, next);
    if (first === undefined) return;
    const gaussian = { mean: first.mean, logVariance: 2 * Math.log(first.sigma) };
    progress.record((deeds) => ({ ...deeds, gaussian }));
  }

  const picture = { shape, size: 112 } as const;
  return (
    <section className={styles["widget"]} aria-label={t("lessons.widgets.epsilon.label")}>
      <div className={styles["actions"]}>
        <Button icon="dice" onClick={drawAgain} data-testid="draw-epsilon">
          {t("lessons.widgets.epsilon.draw")}
        </Button>
        <Button onClick={onAnother}>{t("lessons.widgets.epsilon.another")}</Button>
        <Button
          onClick={() => {
            setChange(asEncoded);
          }}
          disabled={change === asEncoded}
        >
          {t("lessons.widgets.epsilon.back")}
        </Button>
      </div>
      <div className={styles["both"]}>
        <div className={styles["pictures"]}>
          <figure>
            <PixelCanvas
              {...picture}
              pixels={details.originals}
              label={t("lessons.widgets.epsilon.image")}
            />
            <figcaption>{t("lessons.widgets.epsilon.original")}</figcaption>
          </figure>
          <CodeTable codes={codes} />
          <figure>
            <PixelCanvas
              {...picture}
              pixels={decoded}
              label={t("lessons.widgets.epsilon.decoded")}
              testId="epsilon-decoded"
            />
            <figcaption>{t("lessons.widgets.epsilon.decoded")}</figcaption>
          </figure>
        </div>
        <EpsilonPlot codes={codes} frame={held ?? windowOf(codes)} />
      </div>
      <EpsilonMovers
        change={change}
        onChange={move}
        onHold={(holds) => {
          setHeld(holds ? windowOf(codes) : null);
        }}
      />
      {earlier.length > 0 && (
        <div
          className={styles["earlier"]}
          role="group"
          aria-label={t("lessons.widgets.epsilon.earlier")}
        >
          {earlier.map((pixels, index) => (
            <PixelCanvas
              key={draw - index}
              pixels={pixels}
              shape={shape}
              size={56}
              label={t("lessons.widgets.epsilon.decoded")}
            />
          ))}
        </div>
      )}
    </section>
  );
}
