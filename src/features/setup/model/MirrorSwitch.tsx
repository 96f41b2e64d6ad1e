/** "Mirror the decoder": while on, every edit of the encoder is made to the decoder in reverse. */
import { useText } from "#/i18n/useText.ts";
import type { ModelEdit } from "#/features/setup/model/useModelEdit.ts";
import { Refused } from "#/features/setup/fields/Refused.tsx";
import styles from "./MirrorSwitch.module.css";

export function MirrorSwitch({ edit }: { readonly edit: ModelEdit }) {
  const t = useText();
  return (
    <span>
      <label className={styles["mirror"]} title={t("setup.model.mirrorHelp")}>
        <input
          type="checkbox"
          checked={edit.mirrored}
          disabled={edit.image === null}
          onChange={(event) => {
            edit.setMirrored(event.target.checked);
          }}
        />
        {t("setup.model.mirror")}
      </label>
      {edit.problem?.at === "mirror" && <Refused refusal={edit.problem} onCured={edit.forget} />}
    </span>
  );
}
