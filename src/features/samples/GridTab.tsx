/**
 * An n × n sheet decoded at Φ⁻¹(linspace(p, 1 − p, n)) of any two dimensions, the rest at the handle.
 * Follows the model at most twice a second; a click takes the handle to a cell.
 */
import { useCallback, useMemo, useRef, useState, type ReactElement } from "react";
import { probitGrid } from "#/core/latent/normal.ts";
import { GridControls } from "#/features/samples/GridControls.tsx";
import { cellLatent, gridLatents, type GridChoice } from "#/features/samples/gridLatents.ts";
import { mostCell, PictureSheet } from "#/features/samples/PictureSheet.tsx";
import styles from "#/features/samples/Sheets.module.css";
import { sheetSize } from "#/features/samples/sheetSize.ts";
import { useGridOrigin } from "#/features/samples/useGridOrigin.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { IconButton } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { pngOf } from "#/ui/pngOf.ts";
import { saveFile } from "#/ui/saveFile.ts";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectShape = (state: AppState) => state.dataset?.shape;
const selectRun = (state: AppState) => state.runId;
const selectAxes = (state: AppState) => state.axes;
const selectSetZ = (state: AppState) => state.setZ;

const usualShape = [28, 28, 1] as const;
/** ms between refreshes while the model learns. */
const pace = 500;

/** The plane's two dimensions, where it has two. */
function useInitialChoice(): GridChoice {
  const axes = useAppState(selectAxes);
  return { n: 15, p: 0.05, dims: axes.kind === "dimensions" ? axes.dims : [0, 1] };
}

export function GridTab(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frames, inspector } = useAppParts();
  const version = usePacedTime(frames, pace);
  const shape = useAppState(selectShape) ?? usualShape;
  const runId = useAppState(selectRun);
  const setZ = useAppState(selectSetZ);
  const [wanted, setWanted] = useState<GridChoice>(useInitialChoice());
  const { choice, at } = useGridOrigin(wanted);
  const { n, p, dims } = choice;
  const values = useMemo(() => probitGrid(n, p), [n, p]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const devicePixelRatio = useDevicePixelRatio();

  const ask = useCallback(
    async (signal: AbortSignal) => {
      const images = await inspector.decode(gridLatents(choice, at), choice.n ** 2, signal);
      return { n: choice.n, runId, pixels: Uint8Array.from(images, (v) => Math.round(255 * v)) };
    },
    [inspector, choice, at, runId],
  );
  const { value, fault } = useAnswer(runId === 0 ? null : ask, version);
  // A picture of another n or run is missing, not stretched over this one.
  const pixels = value?.n === n && value.runId === runId ? value.pixels : null;
  const { averaged } = sheetSize(
    n,
    Math.max(shape[0], shape[1]),
    width,
    devicePixelRatio,
    mostCell,
  );

  function describe(index: number): string {
    return t("views.grid.cell", {
      row: Math.floor(index / n) + 1,
      column: (index % n) + 1,
      first: format(values[index % n] ?? 0, 2),
      second: format(values[Math.floor(index / n)] ?? 0, 2),
    });
  }

  async function save(from: HTMLCanvasElement): Promise<void> {
    saveFile("grid.png", await pngOf(from, 1));
  }

  const waiting = pixels === null ? t("views.grid.waiting") : t("views.grid.hint");
  return (
    <div ref={ref} className={styles["tab"]}>
      <div className={styles["head"]}>
        <GridControls choice={choice} latent={at.length} onChoose={setWanted} />
        <IconButton
          icon="save"
          label={t("views.grid.save")}
          disabled={pixels === null}
          onClick={() => {
            if (canvas.current !== null) void save(canvas.current);
          }}
        />
      </div>
      {fault !== null && fault.code !== "not-ready" && <FaultNote fault={fault} />}
      <p className={styles["line"]}>{hovered === null ? waiting : describe(hovered)}</p>
      <PictureSheet
        canvas={canvas}
        pixels={pixels}
        shape={shape}
        n={n}
        available={width}
        devicePixelRatio={devicePixelRatio}
        label={t("views.grid.label", { n })}
        describe={describe}
        onHover={setHovered}
        onPick={(index) => {
          setZ(cellLatent(values, dims, at, index), "hand");
        }}
      />
      <p className={styles["help"]}>
        {t("views.grid.order")} {averaged ? t("views.grid.averaged") : ""}
      </p>
    </div>
  );
}
