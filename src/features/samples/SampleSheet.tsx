/** A hundred samples under their heading, with how far they differ; of a conditional model, one class a row. */
import { useMemo, useRef, type ReactElement } from "react";
import { sampleCount, samplesInRow } from "#/core/latent/samples.ts";
import { sampleDiversity } from "#/core/metrics/pixelSpread.ts";
import { mostCell, PictureSheet } from "#/features/samples/PictureSheet.tsx";
import styles from "#/features/samples/Sheets.module.css";
import { sheetSize } from "#/features/samples/sheetSize.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { IconButton } from "#/ui/Button.tsx";
import { pngOf } from "#/ui/pngOf.ts";
import { saveFile } from "#/ui/saveFile.ts";
import { Tip } from "#/ui/Tip.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";

interface SampleSheetProps {
  readonly title: string;
  /** How they are made, in short pieces; empty ones are left out. */
  readonly how: readonly string[];
  /** [100 × D], 8 bits; null while there are none. */
  readonly pixels: Uint8Array | null;
  readonly shape: readonly [height: number, width: number, channels: number];
  /** Names of the classes the rows show; null for one kind of row. */
  readonly classes: readonly string[] | null;
  /** The class in question elsewhere: its rows stand out. */
  readonly chosen: number;
  /** CSS pixels for all of it. */
  readonly available: number;
  readonly label: string;
  /** File name, without ending. */
  readonly file: string;
  readonly saveLabel: string;
  readonly describe: (index: number) => string;
  readonly onHover: (words: string | null) => void;
  readonly onPick: (index: number) => void;
}

/** Room for the rows' names, CSS pixels: digits, or words cut short. */
const digitRoom = 14;
const wordRoom = 64;
const rows = Array.from({ length: samplesInRow }, (_, i) => i);

export function SampleSheet(props: SampleSheetProps): ReactElement {
  const { pixels, shape, classes, describe } = props;
  const t = useText();
  const format = useNumberFormat();
  const canvas = useRef<HTMLCanvasElement>(null);
  const devicePixelRatio = useDevicePixelRatio();
  const short = classes?.every((name) => name.length === 1) === true;
  const names = classes === null ? 0 : short ? digitRoom : wordRoom;
  const available = Math.max(props.available - names, samplesInRow);
  const { cssSide } = sheetSize(
    samplesInRow,
    Math.max(shape[0], shape[1]),
    available,
    devicePixelRatio,
    mostCell,
  );
  const diversity = useMemo(
    () => (pixels === null ? null : sampleDiversity(pixels, sampleCount)),
    [pixels],
  );

  async function save(from: HTMLCanvasElement): Promise<void> {
    saveFile(`${props.file}.png`, await pngOf(from, 1));
  }

  return (
    <section className={styles["samples"]} aria-label={props.title}>
      <div className={styles["title"]}>
        <h3>{props.title}</h3>
        <IconButton
          icon="save"
          label={props.saveLabel}
          disabled={pixels === null}
          onClick={() => {
            if (canvas.current !== null) void save(canvas.current);
          }}
        />
        <p>{props.how.filter((piece) => piece !== "").join(" · ")}</p>
      </div>
      <div className={styles["named"]}>
        {classes !== null && (
          <div
            className={styles["rows"]}
            style={{ inlineSize: names, blockSize: cssSide }}
            aria-hidden="true"
          >
            {rows.map((row) => {
              const name = classes[row % classes.length] ?? "";
              return (
                <span key={row} title={name} data-chosen={row % classes.length === props.chosen}>
                  {name}
                </span>
              );
            })}
          </div>
        )}
        <PictureSheet
          canvas={canvas}
          pixels={pixels}
          shape={shape}
          n={samplesInRow}
          available={available}
          devicePixelRatio={devicePixelRatio}
          label={props.label}
          describe={describe}
          onHover={(index) => {
            props.onHover(index === null ? null : describe(index));
          }}
          onPick={props.onPick}
        />
      </div>
      <p className={styles["diversity"]}>
        <Tip text={t("tabs.samples.diversityHelp")}>{t("tabs.samples.diversity")}</Tip>{" "}
        <b>{diversity === null ? "–" : format(diversity, 3)}</b>
      </p>
    </section>
  );
}
