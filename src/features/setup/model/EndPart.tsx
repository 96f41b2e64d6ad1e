/** The two ends of the drawing: the image that goes in, and x̂, which the output layer makes. */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { useText } from "#/i18n/useText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { blockWidth } from "#/features/setup/model/drawing.ts";
import box from "./box.module.css";
import styles from "./EndPart.module.css";

export function EndPart({
  kind,
  image,
  vae,
  objective,
}: {
  readonly kind: "image" | "reconstruction";
  readonly image: ImageShape | null;
  readonly vae: ResolvedVae | null;
  readonly objective: ObjectiveSpec;
}) {
  const t = useText();
  const format = useNumberFormat();
  const pixels = image === null ? 784 : image[0] * image[1] * image[2];
  return (
    <div
      className={`${box["box"]} ${styles["end"]}`}
      data-kind={kind}
      style={{ inlineSize: `${String(blockWidth(pixels) / 16)}rem` }}
    >
      <span>
        <i className="symbol">{kind === "image" ? "x" : "x̂"}</i> {t(`setup.model.${kind}`)}
      </span>
      {kind === "reconstruction" && vae !== null && (
        <span className={box["activation"]}>
          {t(outputWords(objective), { units: format(vae.pixels) })}
        </span>
      )}
    </div>
  );
}

/** What the network ends in. */
function outputWords({ likelihood, sigmoid }: ObjectiveSpec) {
  if (sigmoid === "output") return "setup.model.output.sigmoid";
  if (likelihood === "gaussian") return "setup.model.output.linear";
  return sigmoid === "twice" ? "setup.model.output.sigmoid" : "setup.model.output.logits";
}
