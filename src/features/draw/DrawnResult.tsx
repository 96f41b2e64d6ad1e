/** What the network is given of the drawing, what it makes of it, its two terms and its neighbours. */
import type { ImageShape } from "#/core/model/spec.ts";
import styles from "#/features/draw/DrawTab.module.css";
import type { DrawnDetails } from "#/features/draw/useDrawnDetails.ts";
import { useNeighbours } from "#/features/draw/useNeighbours.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { selectConditional } from "#/state/shownModel.ts";
import type { AppState } from "#/state/types.ts";
import type { ImageDetails } from "#/state/partTypes.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";

const selectDataset = (s: AppState) => s.dataset;
const selectLabel = (s: AppState) => s.label;

/** CSS pixels. */
const large = 112;
const small = 56;

interface DrawnPicturesProps {
  readonly details: ImageDetails | null;
  readonly shape: ImageShape;
}

export function DrawnPictures({ details, shape }: DrawnPicturesProps) {
  const t = useText();
  return (
    <div className={styles["pictures"]}>
      {(["originals", "reconstructions"] as const).map((name) => (
        <figure key={name}>
          <PixelCanvas
            pixels={details?.[name] ?? null}
            shape={shape}
            size={large}
            label={t(`tabs.draw.${name}`)}
            testId={`drawn-${name}`}
          />
          <figcaption>{t(`tabs.draw.${name}`)}</figcaption>
        </figure>
      ))}
      <PickedClass />
    </div>
  );
}

/** Which class a conditional model takes the drawing for. */
function PickedClass() {
  const t = useText();
  const classes = useClassNames(useAppState(selectDataset));
  const label = useAppState(selectLabel);
  if (!useAppState(selectConditional)) return null;
  const name = classes[label] ?? String(label);
  return (
    <p className={styles["note"]} data-testid="drawn-class">
      {t("tabs.draw.pickedClass", { name })}
    </p>
  );
}

export function DrawnResult({ details, fault }: DrawnDetails) {
  const t = useText();
  const format = useNumberFormat();
  const number = (value: number | undefined) => (value === undefined ? "–" : format(value, 1));
  const nats = details?.reconstructionNats;
  const kl = details?.klNats;
  return (
    <div className={styles["result"]}>
      <dl className={styles["terms"]}>
        <div className={styles["reconstruction"]}>
          <dt>{t("latent.reconstructionTerm")}</dt>
          <dd>{number(nats)}</dd>
        </div>
        <div className={styles["kl"]}>
          <dt>{t("latent.klTerm")}</dt>
          <dd>{number(kl)}</dd>
        </div>
        <div>
          <dt>{t("latent.total")}</dt>
          <dd>
            {number(nats === undefined || kl === undefined ? undefined : nats + kl)}{" "}
            {t("latent.terms")}
          </dd>
        </div>
      </dl>
      {details !== null && details.figure !== null && (
        <p className={styles["note"]}>
          {t("common.ownRange", {
            low: format(details.figure.low, 1),
            high: format(details.figure.high, 1),
          })}
        </p>
      )}
      {fault !== null && fault.code !== "not-ready" && <FaultNote fault={fault} />}
    </div>
  );
}

/** A press pins one on the plane. */
export function Neighbours({
  code,
  shape,
}: {
  readonly code: Float32Array | null;
  readonly shape: ImageShape;
}) {
  const t = useText();
  const format = useNumberFormat();
  const { store } = useAppParts();
  const classes = useClassNames(useAppState(selectDataset));
  const { images, pixels } = useNeighbours(code);
  const length = shape[0] * shape[1] * shape[2];
  if (images.length === 0) return null;
  return (
    <section className={styles["near"]} aria-label={t("tabs.draw.nearest")}>
      <h3>{t("tabs.draw.nearest")}</h3>
      <ul>
        {images.map(({ testIndex, label, distance }, place) => (
          <li key={testIndex}>
            <button
              type="button"
              title={t("tabs.draw.nearestPin", { index: testIndex })}
              aria-label={t("tabs.draw.nearestPin", { index: testIndex })}
              onClick={() => {
                store.getState().pinPoint(testIndex);
              }}
            >
              <PixelCanvas
                pixels={pixels}
                offset={place * length}
                shape={shape}
                size={small}
                label=""
              />
              {classes.length > 1 && <span>{classes[label] ?? label}</span>}
              <span className={styles["distance"]}>{format(distance, 2)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles["note"]}>{t("tabs.draw.nearestHelp")}</p>
    </section>
  );
}
