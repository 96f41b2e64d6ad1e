/** Train or pause, step, reset, speed: the controls of the run. */
import { isRunning, toggleTraining } from "./commands.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Menu } from "#/ui/Menu.tsx";
import type { MenuEntry } from "#/ui/menuEntry.ts";
import styles from "./TransportBar.module.css";

const selectPhase = (state: AppState) => state.phase;
const selectPace = (state: AppState) => state.pace;

export function TrainButton() {
  const t = useText();
  const { store } = useAppParts();
  const phase = useAppState(selectPhase);
  const running = isRunning(phase);
  const unable = phase === "loading" || phase === "failed";
  return (
    <Button
      look="filled"
      icon={running ? "pause" : "play"}
      className={styles["train"] ?? ""}
      aria-disabled={unable}
      aria-keyshortcuts="Space"
      data-testid="transport-train"
      onClick={() => {
        if (!unable) toggleTraining(store.getState());
      }}
    >
      {t(running ? "training.pause" : "training.train")}
    </Button>
  );
}

export function StepButtons() {
  const t = useText();
  const { store } = useAppParts();
  const phase = useAppState(selectPhase);
  const unable = isRunning(phase) || phase === "loading" || phase === "failed";
  const train = (more: { epochs: number } | { steps: number }) => () => {
    void store.getState().train(more);
  };
  const entry = (label: string, more: { epochs: number } | { steps: number }, key?: string) =>
    ({
      kind: "action",
      label,
      onSelect: train(more),
      disabled: unable,
      ...(key === undefined ? {} : { key }),
    }) satisfies MenuEntry;
  return (
    <span className={styles["split"]}>
      <Button
        icon="step"
        title={t("training.step")}
        disabled={unable}
        aria-keyshortcuts="N"
        onClick={train({ steps: 1 })}
      >
        <span className={styles["word"]}>{t("training.step")}</span>
      </Button>
      <Menu
        label={t("training.stepMore")}
        button={{ icon: "down", "aria-label": t("training.stepMore"), disabled: unable }}
        entries={[
          entry(t("training.step1"), { steps: 1 }, "N"),
          entry(t("training.step10"), { steps: 10 }),
          entry(t("training.stepEpoch"), { epochs: 1 }),
        ]}
      />
    </span>
  );
}

export function ResetButtons() {
  const t = useText();
  const { store } = useAppParts();
  const phase = useAppState(selectPhase);
  const unable = phase === "loading" || phase === "failed";
  const reset = (newSeed: boolean) => () => {
    void store.getState().reset({ newSeed });
  };
  return (
    <span className={styles["split"]}>
      <Button icon="reset" title={t("training.resetSame")} disabled={unable} onClick={reset(false)}>
        <span className={styles["word"]}>{t("training.reset")}</span>
      </Button>
      <Menu
        label={t("training.resetMore")}
        button={{ icon: "down", "aria-label": t("training.resetMore"), disabled: unable }}
        entries={[
          {
            kind: "action",
            label: t("training.resetSame"),
            icon: "reset",
            disabled: unable,
            onSelect: reset(false),
          },
          {
            kind: "action",
            label: t("training.resetNew"),
            icon: "dice",
            disabled: unable,
            onSelect: reset(true),
          },
        ]}
      />
    </span>
  );
}

/** Milliseconds between steps. */
const paces = { full: 0, ten: 100, one: 1000 } as const;

export function SpeedMenu({ onSlowMotion }: { readonly onSlowMotion: () => void }) {
  const t = useText();
  const { store } = useAppParts();
  const pace = useAppState(selectPace);
  const options = [
    { value: String(paces.full), label: t("training.speedFull") },
    { value: String(paces.ten), label: t("training.speed10") },
    { value: String(paces.one), label: t("training.speed1") },
  ];
  return (
    <Menu
      label={t("training.speed")}
      button={{
        icon: "speed",
        title: t("training.speed"),
        children: <span className={styles["word"]}>{t("training.speed")}</span>,
      }}
      entries={[
        {
          kind: "choice",
          label: t("training.speed"),
          value: String(pace),
          options,
          onChange: (value) => {
            store.getState().setPace(Number(value));
          },
        },
        { kind: "action", label: t("training.slowMotion"), onSelect: onSlowMotion },
      ]}
    />
  );
}
