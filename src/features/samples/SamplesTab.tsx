/**
 * The same 100 draws from the prior, decoded all run long, so that one sees the model change and not
 * the dice. The pictures come with the frames; a click takes the handle to a sample's z.
 */
import { useMemo, useRef, useState, type ReactElement } from "react";
import { sampleLatents } from "#/core/latent/samples.ts";
import { PictureSheet } from "#/features/samples/PictureSheet.tsx";
import styles from "#/features/samples/Sheets.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { pngOf } from "#/ui/pngOf.ts";
import { saveFile } from "#/ui/saveFile.ts";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectShape = (state: AppState) => state.dataset?.shape;
const selectSeed = (state: AppState) => state.samplesSeed;
const selectLatent = (state: AppState) => state.z.length;
const selectSetZ = (state: AppState) => state.setZ;
const selectNew = (state: AppState) => state.newSamples;

const usualShape = [28, 28, 1] as const;
const side = 10;
/** Coordinates told of a sample. */
const told = 4;
/** ms between redraws; previews come every 250. */
const pace = 200;

export function SamplesTab(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frames } = useAppParts();
  usePacedTime(frames, pace);
  const shape = useAppState(selectShape) ?? usualShape;
  const seed = useAppState(selectSeed);
  const latent = useAppState(selectLatent);
  const setZ = useAppState(selectSetZ);
  const newSamples = useAppState(selectNew);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const devicePixelRatio = useDevicePixelRatio();
  const z = useMemo(() => sampleLatents(seed, latent), [seed, latent]);
  const frame = frames.shown();
  const samples = frame?.samples ?? null;

  const latentOf = (index: number): number[] => [
    ...z.subarray(index * latent, (index + 1) * latent),
  ];

  function describe(index: number): string {
    const numbers = latentOf(index).slice(0, told);
    const values = {
      number: index + 1,
      numbers: numbers.map((value) => format(value, 2)).join(", "),
      more: latent - numbers.length,
    };
    return t(latent > told ? "views.samples.cellMore" : "views.samples.cell", values);
  }

  async function save(from: HTMLCanvasElement): Promise<void> {
    saveFile("samples.png", await pngOf(from, 1));
  }

  const at = frame === null ? "" : t("views.samples.atStep", { step: format(frame.step) });
  return (
    <div ref={ref} className={styles["tab"]} data-testid="samples">
      <div className={styles["head"]}>
        <p>
          {t("views.samples.subtitle")}
          {samples === null ? "" : ` · ${at}`}
        </p>
        <Button icon="dice" onClick={newSamples}>
          {t("views.samples.newZ")}
        </Button>
        <Button
          icon="save"
          disabled={samples === null}
          onClick={() => {
            if (canvas.current !== null) void save(canvas.current);
          }}
        >
          {t("views.samples.save")}
        </Button>
      </div>
      <p className={styles["line"]}>
        {hovered !== null
          ? describe(hovered)
          : t(samples === null ? "views.samples.waiting" : "views.samples.hint")}
      </p>
      <PictureSheet
        canvas={canvas}
        pixels={samples}
        shape={shape}
        n={side}
        available={width}
        devicePixelRatio={devicePixelRatio}
        label={t("views.samples.label")}
        describe={describe}
        onHover={setHovered}
        onPick={(index) => {
          setZ(latentOf(index), "hand");
        }}
      />
    </div>
  );
}
