/** Play, back, forth, the next step, another image of the batch. */
import type { ReactElement } from "react";
import { phases as all } from "#/features/slow/phases.ts";
import styles from "#/features/slow/SlowMotion.module.css";
import type { Phases } from "#/features/slow/usePhases.ts";
import { useText } from "#/i18n/useText.ts";
import { Button, IconButton } from "#/ui/Button.tsx";

interface SlowControlsProps {
  readonly phases: Phases;
  /** False where less motion is asked for: by steps then. */
  readonly canPlay: boolean;
  readonly ready: boolean;
  readonly image: number;
  /** Images of the batch; 0 before one is known. */
  readonly count: number;
  readonly onImage: (image: number) => void;
  readonly onNextStep: () => void;
}

export function SlowControls(props: SlowControlsProps): ReactElement {
  const { phases, ready, count } = props;
  const t = useText();
  const { phase, playing } = phases;
  return (
    <div className={styles["controls"]}>
      {props.canPlay && (
        <Button
          icon={playing ? "pause" : "play"}
          disabled={!ready && !playing}
          data-testid="slow-play"
          onClick={() => {
            phases.setPlaying(!playing);
          }}
        >
          {t(playing ? "lessons.slow.pause" : "lessons.slow.play")}
        </Button>
      )}
      <span className={styles["pair"]}>
        <IconButton
          icon="left"
          look="plain"
          label={t("lessons.slow.back")}
          disabled={!ready || phase === all[0]}
          onClick={() => {
            phases.move(-1);
          }}
        />
        <IconButton
          icon="right"
          look="plain"
          label={t("lessons.slow.forward")}
          disabled={!ready || phase === all.at(-1)}
          data-testid="slow-forward"
          onClick={() => {
            phases.move(1);
          }}
        />
      </span>
      <Button
        icon="step"
        title={t("lessons.slow.nextStepHelp")}
        disabled={!ready}
        data-testid="slow-next"
        onClick={props.onNextStep}
      >
        {t("lessons.slow.nextStep")}
      </Button>
      {count > 0 && (
        <Button
          disabled={!ready}
          title={t("lessons.slow.otherImage")}
          onClick={() => {
            props.onImage((props.image + 1) % count);
          }}
        >
          {t("lessons.slow.image", { index: (props.image % count) + 1, count })}
        </Button>
      )}
    </div>
  );
}
