/** How a lane's latent space is laid over lane A's, or why it is not. Nothing while it has its own axes. */
import type { ReactElement } from "react";
import styles from "#/features/compare/LaneHead.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useLaneState } from "#/state/lanes/context.tsx";
import type { LaneGroupState } from "#/state/lanes/types.ts";

const selectAlignments = (state: LaneGroupState) => state.alignments;

export function LaneAxes(props: {
  readonly index: number;
  readonly letter: string;
}): ReactElement | null {
  const t = useText();
  const format = useNumberFormat();
  const laid = useLaneState(selectAlignments)[props.index] ?? null;
  if (laid === null) return null;
  if (laid.kind === "refused") {
    const { reason, activeA, activeB } = laid.reason;
    const words =
      reason === "no-points"
        ? t("compare.align.noPoints")
        : t("compare.align.tooFew", { activeA, activeB, letter: props.letter });
    return (
      <p className={styles["axes"]} role="status" title={words}>
        {words}
      </p>
    );
  }
  const { kind, explained } = laid.alignment;
  const percent = format(100 * Math.max(explained, 0), 0);
  const key = kind === "procrustes" ? "rotated" : "aligned";
  const words = t(`compare.align.${key}`, { percent });
  return (
    <p className={styles["axes"]} role="status" title={words} data-testid="lane-axes">
      {words}
    </p>
  );
}
