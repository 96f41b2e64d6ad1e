/**
 * What the decoder makes of the point in hand, large. Follows the decoder straight onto its canvas
 * and into its captions: React renders only when a choice changes.
 */
import {
  lazy,
  type ReactElement,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { imageSentence } from "#/features/explore/imageSentence.ts";
import styles from "#/features/explore/LargeImage.module.css";
import {
  pictureKinds,
  pixelDice,
  pixelSpread,
  samplePixels,
  type PictureKind,
} from "#/features/explore/pictureKinds.ts";
import { zText } from "#/features/explore/zText.ts";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import type { LiveDecoder, LiveImage } from "#/state/partTypes.ts";
import { CellCursor } from "#/ui/CellCursor.tsx";
import { clearCanvas, drawPixels } from "#/ui/drawPixels.ts";
import { pixelScale } from "#/ui/pixels.ts";
import { useInvert, useLarge, useTheme } from "#/ui/theme.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useMedia } from "#/ui/useMedia.ts";

const PictureActions = lazy(async () => ({
  default: (await import("./PictureActions.tsx")).PictureActions,
}));

const selectDataset = (state: AppState) => state.dataset;
const selectShape = (state: AppState) => state.dataset?.shape;
const DisplayHelp = lazy(async () => {
  const [{ DisplayHelp }] = await Promise.all([import("./DisplayHelp.tsx"), loadLaterEnglish()]);
  return { default: DisplayHelp };
});

/** Whether what is drawn is the mean of Bernoulli pixels, which can be sampled and has an s.d. */
const selectIsMean = ({ built: { objective } }: AppState) =>
  objective.likelihood === "bernoulli" && objective.display === "sigmoid";
const selectSeed = (state: AppState) => state.config.training.seed;

/** Before the data set is known. */
const usualShape = [28, 28, 1] as const;
/** Coordinates told under the picture: all of a short z; of a long one two, or one beside a class. */
const told = (length: number, labelled: boolean): number =>
  length <= 3 ? length : labelled ? 1 : 2;

export function LargeImage({ compact = false }: { readonly compact?: boolean }): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { decoder, store } = useAppParts();
  const shape = useAppState(selectShape) ?? usualShape;
  const classes = useClassNames(useAppState(selectDataset));
  const [height, width, channels] = shape;
  const seed = useAppState(selectSeed);
  const isMean = useAppState(selectIsMean);
  const [chosen, setKind] = useState<PictureKind>("mean");
  const kind = isMean ? chosen : "mean";
  const canvas = useRef<HTMLCanvasElement>(null);
  const zLine = useRef<HTMLSpanElement>(null);
  const sentence = useRef<HTMLParagraphElement>(null);
  const pixel = useRef<number | null>(null);
  const shown = useRef<Float32Array | null>(null);
  const dice = useMemo(
    () => pixelDice(seed, height * width * channels),
    [seed, height, width, channels],
  );
  // A spread is ink by opacity whatever the picture's colours; the others follow the page's habit.
  const asInk = useInvert(channels);
  const light = useTheme() === "light";
  const invert = kind === "spread" ? light : asInk;
  const most = (compact ? 112 : 224) * useGrowth();
  const { cssWidth, cssHeight } = pixelScale(shape, most, useDevicePixelRatio());

  const paint = useCallback(() => {
    const image = imageOf(decoder);
    const { progress, pace } = store.getState();
    const whole = image.pixels?.length === height * width * channels ? image.pixels : null;
    const picture = whole === null ? null : pictureOf(whole, kind, dice);
    shown.current = picture;
    if (canvas.current !== null) {
      canvas.current.dataset["missing"] = String(picture === null);
      const drawn = kind === "spread" ? picture?.map((s) => 2 * s) : picture;
      if (drawn === null || drawn === undefined) clearCanvas(canvas.current);
      else drawPixels(canvas.current, drawn, [height, width, channels], { invert });
    }
    const condition = conditionOf(store.getState(), classes, image);
    const { numbers, more } = zText(image.z, format, told(image.z.length, condition !== ""));
    const words = t(more === 0 ? "views.image.z" : "views.image.zMore", { numbers, more });
    write(zLine.current, words + condition);
    const at = pixel.current;
    write(
      sentence.current,
      imageSentence(t, format, {
        image: { ...image, pixels: picture },
        at,
        shape: [height, width, channels],
        progress,
        pace,
      }),
    );
  }, [decoder, store, kind, dice, height, width, channels, invert, format, t, classes]);

  useLayoutEffect(paint, [paint]);
  // Not through an animation frame: answers come one at a time, and each is one small picture.
  useEffect(() => decoder.subscribe(paint), [decoder, paint]);

  const describe = (index: number): string =>
    imageSentence(t, format, {
      image: { ...imageOf(decoder), pixels: shown.current },
      at: index,
      shape: [height, width, channels],
      progress: null,
      pace: 0,
    });

  return (
    <figure className={styles["figure"]} data-compact={compact}>
      <div className={styles["frame"]} style={{ inlineSize: cssWidth, blockSize: cssHeight }}>
        <CellCursor
          rows={height}
          columns={width}
          label={t("views.image.label")}
          describe={describe}
          onHover={(index) => {
            pixel.current = index;
            paint();
          }}
        >
          <canvas
            ref={canvas}
            width={width}
            height={height}
            className={styles["picture"]}
            style={{ inlineSize: cssWidth, blockSize: cssHeight }}
            data-testid="decoded-image"
            aria-hidden="true"
          />
        </CellCursor>
      </div>
      <figcaption className={styles["caption"]}>
        <p className={styles["z"]}>
          <i className="symbol">z</i> = <span ref={zLine} />
        </p>
        <p ref={sentence} className={styles["sentence"]} />
      </figcaption>
      {!compact && (
        <div className={styles["controls"]}>
          {isMean && (
            <ToggleGroup
              label={t("views.image.kind")}
              value={kind}
              options={pictureKinds.map((value) => ({ value, label: t(`views.image.${value}`) }))}
              onChange={setKind}
            />
          )}
          <Suspense>
            <PictureActions canvas={canvas} name="decoded" />
          </Suspense>
          <p className={styles["help"]}>
            {isMean ? (
              t(`views.image.${kind}Help`)
            ) : (
              <Suspense>
                <DisplayHelp />
              </Suspense>
            )}
          </p>
        </div>
      )}
    </figure>
  );
}

/** How much larger it is in lecturer's mode, where a laptop's height leaves room for a panel below. */
function useGrowth(): number {
  const roomy = useMedia("(min-width: 1600px) and (min-height: 900px)");
  const large = useLarge();
  return large ? (roomy ? 2 : 1.25) : 1;
}

/** The class beside z, of a conditional model: y = 7. */
function conditionOf({ built }: AppState, names: readonly string[], { label }: LiveImage): string {
  if (built.model.condition === "none") return "";
  return `, y = ${names[label] ?? String(label)}`;
}

/** Its own function, since the compiler takes any `.current` of a component for a ref's. */
function imageOf(decoder: LiveDecoder): LiveImage {
  return decoder.current;
}

function pictureOf(mean: Float32Array, kind: PictureKind, dice: Float32Array): Float32Array {
  if (kind === "mean") return mean;
  return kind === "sample" ? samplePixels(mean, dice) : pixelSpread(mean);
}

/** Leaves the document alone when nothing changed. */
function write(element: HTMLElement | null, words: string): void {
  if (element !== null && element.textContent !== words) element.textContent = words;
}
