/** What the lanes of a chapter cost on held-out images, side by side: every one counted at β = 1. */
import type { ReactElement } from "react";
import type { LaneNameId } from "#/core/lessons/chapters.ts";
import styles from "#/features/lessons/LaneFigures.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { AppProvider } from "#/state/context.tsx";
import type { Lane } from "#/state/lanes/types.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

interface LaneFiguresProps {
  readonly lanes: readonly { readonly lane: Lane; readonly name: LaneNameId }[];
}

export function LaneFigures({ lanes }: LaneFiguresProps): ReactElement {
  const t = useText();
  return (
    <table className={styles["figures"]} data-testid="lane-figures">
      <caption>{t("lessons.views.figures")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("lessons.views.lane")}</th>
          <th scope="col" className={styles["reconstruction"]}>
            {t("lessons.views.reconstruction")}
          </th>
          <th scope="col" className={styles["kl"]}>
            {t("lessons.views.kl")}
          </th>
          <th scope="col">{t("lessons.views.sum")}</th>
        </tr>
      </thead>
      <tbody>
        {lanes.map(({ lane, name }) => (
          <tr key={lane.letter}>
            <th scope="row">
              <LaneMark letter={lane.letter} /> {t(`lessons.lanes.${name}`)}
            </th>
            <AppProvider app={lane.app}>
              <Figures />
            </AppProvider>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A lane's letter in its colour. */
export function LaneMark({ letter }: { readonly letter: Lane["letter"] }): ReactElement {
  return (
    <span className={styles["mark"]} data-lane={letter}>
      {letter}
    </span>
  );
}

/** ms between redraws. */
const pace = 330;

function Figures(): ReactElement {
  const format = useNumberFormat();
  const { frames } = useAppParts();
  usePacedTime(frames, pace);
  const test = frames.shown()?.test ?? null;
  const words = (value: number, decimals: number): string =>
    Number.isFinite(value) ? format(value, decimals) : "–";
  return (
    <>
      <td className={styles["reconstruction"]}>
        {test === null ? "–" : words(test.reconstruction, 1)}
      </td>
      <td className={styles["kl"]}>{test === null ? "–" : words(test.kl, 2)}</td>
      <td>{test === null ? "–" : words(test.reconstruction + test.kl, 1)}</td>
    </>
  );
}
