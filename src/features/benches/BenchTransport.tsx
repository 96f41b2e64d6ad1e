/**
 * The transport row of a bench: all its lanes train together, are paused together and begin again
 * together. Says in words where they stand.
 */
import type { ReactElement, ReactNode, Ref } from "react";
import styles from "#/features/benches/BenchTransport.module.css";
import { useLanes } from "#/features/benches/useLanes.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { Button, IconButton } from "#/ui/Button.tsx";

export interface BenchActs {
  /** Trains the bench, or pauses it; where neither can be done, nothing. */
  readonly toggle: () => void;
  /** One batch, where nothing trains. */
  readonly step: () => void;
}

export type BenchKeys = (acts: BenchActs) => ReactNode;

interface BenchTransportProps {
  /** None while they are being opened. */
  readonly lanes: readonly Lane[];
  /** Steps of each lane until the bench is done. */
  readonly steps: number;
  /** The bench is working out figures: nothing can be started. */
  readonly measuring: boolean;
  /** Something is still to be told when all steps are taken: Train goes on to it. */
  readonly owing?: boolean;
  readonly onTrain: () => void;
  readonly onPause: () => void;
  /** One batch in every lane. */
  readonly onStep: () => void;
  readonly onReset: (newSeed: boolean) => void;
  /** The page's keys for this bench; they come from outside. */
  readonly keys: BenchKeys;
  /** The button that leads on. */
  readonly train?: Ref<HTMLButtonElement>;
  /** Further controls at the end of the row. */
  readonly children?: ReactNode;
}

const selectPhase = (state: AppState) => state.phase;
const selectStep = (state: AppState) => state.progress?.step ?? 0;
const selectLoaded = (state: AppState) => state.dataset?.loadedImages ?? 0;

export function BenchTransport(props: BenchTransportProps): ReactElement {
  const { lanes, steps, measuring, owing = false } = props;
  const t = useText();
  const format = useNumberFormat();
  const phases = useLanes(lanes, selectPhase);
  const step = Math.max(0, ...useLanes(lanes, selectStep));
  const [loaded = 0] = useLanes(lanes, selectLoaded);
  const running = phases.some((phase) => phase === "training" || phase === "waiting");
  const opening = lanes.length === 0 || phases.includes("loading");
  const done = !running && step >= steps;

  function words(): string {
    if (opening) return t("benches.transport.opening");
    const values = { step: format(Math.min(step, steps)), steps: format(steps) };
    if (measuring) return t("benches.transport.measuring", values);
    if (phases.includes("waiting")) {
      return t("benches.transport.waiting", { images: format(loaded) });
    }
    if (running) return t("benches.transport.training", values);
    if (step === 0) return t("benches.transport.ready", values);
    return t(done ? "benches.transport.done" : "benches.transport.paused", values);
  }

  const busy = opening || measuring;
  const unable = busy || (done && !owing);
  const unableToStep = busy || done || running;
  const toggle = (): void => {
    if (running) props.onPause();
    else if (!unable) props.onTrain();
  };
  const takeStep = (): void => {
    if (!unableToStep) props.onStep();
  };
  return (
    <div className={styles["row"]} role="group" aria-label={t("benches.transport.label")}>
      <Button
        {...(props.train !== undefined && { ref: props.train })}
        look="filled"
        icon={running ? "pause" : "play"}
        className={styles["train"] ?? ""}
        aria-disabled={unable}
        data-testid="bench-train"
        aria-keyshortcuts="Space"
        onClick={toggle}
      >
        {t(running ? "benches.transport.pause" : "benches.transport.train")}
      </Button>
      <IconButton
        look="plain"
        icon="step"
        label={t("benches.transport.step")}
        disabled={unableToStep}
        aria-keyshortcuts="N"
        onClick={takeStep}
      />
      <Button
        icon="reset"
        disabled={opening}
        title={t("benches.transport.resetHelp")}
        onClick={() => {
          props.onReset(false);
        }}
      >
        {t("benches.transport.reset")}
      </Button>
      <Button
        icon="dice"
        disabled={opening}
        title={t("benches.transport.newSeedHelp")}
        onClick={() => {
          props.onReset(true);
        }}
      >
        {t("benches.transport.newSeed")}
      </Button>
      <div className={styles["progress"]}>
        <p>{words()}</p>
        {/* Read out where it comes to rest, not at every step. */}
        <span className="visuallyHidden" role="status">
          {running ? "" : words()}
        </span>
        <span className={styles["track"]} aria-hidden="true">
          <span
            style={{ inlineSize: `${String(100 * Math.min(1, step / Math.max(steps, 1)))}%` }}
          />
        </span>
      </div>
      {props.children}
      {props.keys({ toggle, step: takeStep })}
    </div>
  );
}
