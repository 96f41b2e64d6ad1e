/** The first hundred training images beside what the model makes of them, following it as it learns. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { drawPairs, pairLayout } from "#/features/reconstruct/pairSheet.ts";
import { PictureCaption } from "#/features/reconstruct/PictureCaption.tsx";
import styles from "#/features/reconstruct/ReconstructTab.module.css";
import type { ReconstructedFrom } from "#/features/reconstruct/useReconstructions.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { CellCursor } from "#/ui/CellCursor.tsx";
import { clearCanvas, drawRgba } from "#/ui/drawPixels.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { useInvert } from "#/ui/theme.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectDataset = (state: AppState) => state.dataset;
const selectRun = (state: AppState) => state.runId;

const usualShape = [28, 28, 1] as const;
const mostShown = 100;
/** ms between refreshes while the model learns. */
const pace = 1000;

export function TrainingSheet({ from }: { readonly from: ReconstructedFrom }): ReactElement {
  const t = useText();
  const { frames, inspector } = useAppParts();
  const version = usePacedTime(frames, pace);
  const dataset = useAppState(selectDataset);
  const classes = useClassNames(dataset);
  const runId = useAppState(selectRun);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const devicePixelRatio = useDevicePixelRatio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const shape = dataset?.shape ?? usualShape;
  const invert = useInvert(shape[2]);
  const count = Math.min(mostShown, dataset?.train ?? mostShown);
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const indices = Array.from({ length: count }, (_, i) => i);
      const pairs = await inspector.reconstruct({ split: "train", indices }, from, signal);
      return { runId, ...pairs };
    },
    [inspector, from, runId, count],
  );
  const { value, fault } = useAnswer(runId === 0 ? null : ask, version);
  const length = count * shape[0] * shape[1] * shape[2];
  const pairs = value?.runId === runId && value.originals.length === length ? value : null;
  const layout = useMemo(
    () => pairLayout(count, shape, width, devicePixelRatio),
    [count, shape, width, devicePixelRatio],
  );
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    if (pairs === null) clearCanvas(canvas.current);
    else {
      const rgba = drawPairs({ ...pairs, count }, shape, layout, invert);
      drawRgba(canvas.current, rgba, layout.width, layout.height);
    }
  }, [pairs, count, shape, layout, invert]);

  function describe(index: number): string {
    const label = pairs?.labels[index];
    const name = label === undefined ? undefined : classes[label];
    return name === undefined
      ? t("tabs.reconstruct.hundredCell", { index })
      : t("tabs.reconstruct.hundredCellClass", { index, name });
  }

  const size = {
    inlineSize: (layout.width * layout.scale) / devicePixelRatio,
    blockSize: (layout.height * layout.scale) / devicePixelRatio,
  };
  const idle = t(pairs === null ? "tabs.reconstruct.loading" : "tabs.reconstruct.hundredHint");
  return (
    <div ref={ref} className={styles["tab"]} data-testid="training-pairs">
      {fault !== null && fault.code !== "not-ready" && pairs === null && (
        <FaultNote fault={fault} />
      )}
      <p className={styles["oneLine"]}>{hovered === null ? idle : describe(hovered)}</p>
      <div className={styles["wide"]}>
        <CellCursor
          rows={layout.rows}
          columns={layout.columns}
          label={t("tabs.reconstruct.hundredLabel")}
          describe={describe}
          onHover={setHovered}
        >
          <canvas
            ref={canvas}
            className={styles["residual"]}
            data-missing={pairs === null}
            style={size}
            aria-hidden="true"
          />
        </CellCursor>
      </div>
      <PictureCaption figure={pairs?.figure ?? null} />
    </div>
  );
}
