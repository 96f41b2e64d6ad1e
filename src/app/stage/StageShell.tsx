/** Lecturer's mode around whatever is on the page: keys, full screen, a blank screen, the way out. */
import type { ReactElement } from "react";
import styles from "./StageShell.module.css";
import "./stage.css";
import { useStage } from "#/features/stage/useStage.ts";
import { useText } from "#/i18n/useText.ts";
import { IconButton } from "#/ui/Button.tsx";

export function StageShell(): ReactElement {
  const t = useText();
  const { blank, setBlank, leave } = useStage();
  return (
    <>
      <IconButton
        icon="close"
        className={styles["leave"] ?? ""}
        label={t("lessons.stage.leave")}
        data-testid="stage-leave"
        onClick={leave}
      />
      <p className="visuallyHidden" role="status">
        {t("lessons.stage.keys")}
      </p>
      {blank && (
        <button
          type="button"
          className={styles["blank"]}
          aria-label={t("lessons.stage.blank")}
          data-testid="stage-blank"
          onClick={() => {
            setBlank(false);
          }}
        />
      )}
    </>
  );
}
