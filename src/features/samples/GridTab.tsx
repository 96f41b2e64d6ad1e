/**
 * An n × n sheet decoded at Φ⁻¹(linspace(p, 1 − p, n)) of any two dimensions, the rest at the handle.
 * Follows the model at most twice a second; a click takes the handle to a cell.
 */
import { useCallback, useMemo, useRef, useState, type ReactElement } from "react";
import { probitGrid } from "#/core/latent/normal.ts";
import { DisplayNote } from "#/features/samples/DisplayNote.tsx";
import { GridControls } from "#/features/samples/GridControls.tsx";
import { cellLatent, cellValues, gridLatents } from "#/features/samples/gridLatents.ts";
import { mostCell, PictureSheet } from "#/features/samples/PictureSheet.tsx";
import styles from "#/features/samples/Sheets.module.css";
import { sheetSize } from "#/features/samples/sheetSize.ts";
import { useGridOrigin, type WantedGrid } from "#/features/samples/useGridOrigin.ts";
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
const selectLabel = (state: AppState) => state.label;
const selectSetZ = (state: AppState) => state.setZ;

const usualShape = [28, 28, 1] as const;
/** ms between refreshes while the model learns. */
const pace = 500;
const atFirst: WantedGrid = { n: 10, p: 0.05, dims: null, rows: "down" };

export function GridTab(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frames, inspector } = useAppParts();
  const version = usePacedTime(frames, pace);
  const shape = useAppState(selectShape) ?? usualShape;
  const runId = useAppState(selectRun);
  const label = useAppState(selectLabel);
  const setZ = useAppState(selectSetZ);
  const [wanted, setWanted] = useState(atFirst);
  const { choice, at } = useGridOrigin(wanted);
  const { n, p, rows } = choice;
  const values = useMemo(() => probitGrid(n, p), [n, p]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const devicePixelRatio = useDevicePixelRatio();

  const ask = useCallback(
    async (signal: AbortSignal) => {
      const count = choice.n ** 2;
      const labels = new Uint8Array(count).fill(label);
      const z = gridLatents(choice, at);
      const { images, figure } = await inspector.decode(z, count, { labels, signal });
      const pixels = Uint8Array.from(images, (v) => Math.round(255 * v));
      return { n: choice.n, runId, pixels, figure };
    },
    [inspector, choice, at, label, runId],
  );
  const { value, fault } = useAnswer(runId === 0 ? null : ask, version);
  // A picture of another n or run is missing, not stretched over this one.
  const answer = value?.n === n && value.runId === runId ? value : null;
  const { averaged } = sheetSize(
    n,
    Math.max(shape[0], shape[1]),
    width,
    devicePixelRatio,
    mostCell,
  );

  function describe(index: number): string {
    const [first, second] = cellValues(values, rows, index);
    return t(rows === "down" ? "tabs.grid.cell" : "tabs.grid.cellUp", {
      row: Math.floor(index / n) + 1,
      column: (index % n) + 1,
      first: format(first, 2),
      second: format(second, 2),
    });
  }

  async function save(from: HTMLCanvasElement): Promise<void> {
    saveFile("grid.png", await pngOf(from, 1));
  }

  const waiting = answer === null ? t("tabs.grid.waiting") : t("tabs.grid.hint");
  return (
    <div ref={ref} className={styles["tab"]}>
      <div className={styles["head"]}>
        <GridControls
          choice={choice}
          latent={at.length}
          onChoose={(change) => {
            setWanted({ ...wanted, ...change });
          }}
        />
        <IconButton
          icon="save"
          label={t("tabs.grid.save")}
          disabled={answer === null}
          onClick={() => {
            if (canvas.current !== null) void save(canvas.current);
          }}
        />
      </div>
      {fault !== null && fault.code !== "not-ready" && <FaultNote fault={fault} />}
      <p className={styles["line"]}>{hovered === null ? waiting : describe(hovered)}</p>
      <PictureSheet
        canvas={canvas}
        pixels={answer?.pixels ?? null}
        shape={shape}
        n={n}
        available={width}
        devicePixelRatio={devicePixelRatio}
        label={t("tabs.grid.label", { n })}
        describe={describe}
        onHover={setHovered}
        onPick={(index) => {
          setZ(cellLatent(choice, at, index), "hand");
        }}
      />
      <DisplayNote figure={answer?.figure ?? null} />
      <p className={styles["help"]}>
        {t(rows === "down" ? "tabs.grid.orderDown" : "tabs.grid.orderUp")}{" "}
        {averaged ? t("tabs.grid.averaged") : ""}
      </p>
    </div>
  );
}
