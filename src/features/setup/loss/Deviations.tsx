/**
 * In what the objective differs from the ELBO, and what the combination amounts to: the effective β.
 * Each line leads to the setting that makes it.
 */
import type { FieldPath } from "#/core/experiment/fields.ts";
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import { deviationsOf } from "#/core/objective/deviations.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Tip } from "#/ui/Tip.tsx";
import { useDraftImage } from "#/features/setup/draft.ts";
import styles from "./Deviations.module.css";

const selectDraft = (state: AppState) => state.draft;

export function Deviations({ onReach }: { readonly onReach: (path: FieldPath) => void }) {
  const t = useText();
  const { objective } = useAppState(selectDraft);
  const deviations = deviationsOf(objective);
  if (deviations.length === 0) {
    return <p className={styles["none"]}>{t("setup.deviations.none")}</p>;
  }
  const sameMinimum = deviations.every(({ effect }) => effect === "units" || effect === "digits");
  const title = t(sameMinimum ? "setup.deviations.same" : "setup.deviations.title");
  return (
    <section className={styles["deviations"]} aria-label={title}>
      <h4 className={styles["title"]}>{title}</h4>
      <EffectiveBeta />
      <ul className={styles["list"]}>
        {deviations.map(({ id, field, effect }) => {
          const sentence = t(`setup.deviations.${id}`);
          return (
            <li key={id} data-effect={effect}>
              <button
                type="button"
                aria-label={t("setup.deviations.open", { sentence })}
                onClick={() => {
                  onReach(`objective.${field}`);
                }}
              >
                <span>{sentence}</span>
                <span className={styles["effect"]}>{t(`setup.deviations.effects.${effect}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Nothing where there is no KL to weigh, or the images are not known yet. */
function EffectiveBeta() {
  const t = useText();
  const format = useNumberFormat();
  const { objective, model, training } = useAppState(selectDraft);
  const image = useDraftImage();
  if (image === null || !objective.sampling) return null;
  const sizes = {
    pixels: image[0] * image[1] * image[2],
    latent: model.latent,
    batch: training.batch,
  };
  const beta = effectiveBeta(conventionOf(objective, sizes), objective.beta);
  const value = format(Number(beta.toPrecision(4)));
  return (
    <p className={styles["effective"]} data-testid="effective-beta">
      <Tip term="setup.effective.label" text={t("setup.effective.help", { value })}>
        {t("setup.effective.equation", { value })}
      </Tip>
      {objective.annealing !== "constant" && <span> {t("setup.effective.annealed")}</span>}
    </p>
  );
}
