/**
 * The middle of the model: twin heads μ and log σ², ε entering from the side, and z, where the
 * number of latent dimensions is set.
 */
import { useText } from "#/i18n/useText.ts";
import { FieldNumber } from "#/features/setup/fields/FieldNumber.tsx";
import { blockWidth } from "#/features/setup/model/drawing.ts";
import type { ModelEdit } from "#/features/setup/model/useModelEdit.ts";
import box from "./box.module.css";
import styles from "./LatentPart.module.css";

export function LatentPart({
  edit,
  conditional,
  waiting,
}: {
  readonly edit: ModelEdit;
  /** The label y joins z. */
  readonly conditional: boolean;
  readonly waiting: boolean;
}) {
  const t = useText();
  const { latent } = edit.draft.model;
  const open = edit.open === "latent";
  const name = t("setup.model.latentLabel", { count: latent });
  const width = blockWidth(latent) / 16;
  const toggle = (): void => {
    edit.setOpen(open ? null : "latent");
  };
  return (
    <div className={styles["latent"]}>
      <svg className={styles["fork"]} viewBox="0 0 264 12" aria-hidden="true">
        <path d="M132 0 L80 12 M132 0 L184 12" />
      </svg>
      <div className={styles["heads"]}>
        <span className={styles["head"]}>
          <i className="symbol">{t("setup.model.mean")}</i>
        </span>
        <span className={styles["head"]} data-head="variance">
          <i className="symbol">{t("setup.model.logVariance")}</i>
        </span>
      </div>
      {/* From both heads into z. */}
      <svg className={styles["join"]} viewBox="0 0 264 28" aria-hidden="true">
        <path d="M80 0 L124 27 M184 0 L140 27" />
      </svg>
      <div className={styles["sample"]}>
        {conditional && (
          <span
            className={styles["label"]}
            style={{ insetInlineEnd: `calc(50% + ${String(width / 2)}rem + 2px)` }}
            title={t("setup.model.label")}
          >
            <i className="symbol">y</i>
          </span>
        )}
        <button
          type="button"
          className={`${box["box"]} ${box["pressable"]} ${styles["z"]}`}
          data-field="model.latent"
          style={{ inlineSize: `${String(width)}rem` }}
          data-waiting={waiting ? "" : undefined}
          aria-label={t("setup.model.edit", { name })}
          aria-expanded={open}
          onClick={toggle}
          onKeyDown={(event) => {
            if (event.key === "Escape" && open) {
              event.stopPropagation();
              toggle();
            }
          }}
        >
          <i className="symbol">{t("setup.model.latent")}</i> {latent}
        </button>
        <span
          className={styles["epsilon"]}
          style={{ insetInlineStart: `calc(50% + ${String(width / 2)}rem + 2px)` }}
          title={t("setup.model.epsilon")}
        >
          <i className="symbol">ε</i>
        </span>
      </div>
      {open && (
        <div className={styles["form"]}>
          <FieldNumber path="model.latent" />
        </div>
      )}
    </div>
  );
}
