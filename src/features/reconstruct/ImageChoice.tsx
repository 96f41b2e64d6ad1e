/** Which ten test images are shown in detail. */
import { isLabelled } from "#/core/data/labelled.ts";
import type { ReactElement } from "react";
import { firstTen, type Choice } from "#/features/reconstruct/chooseImages.ts";
import styles from "#/features/reconstruct/ReconstructTab.module.css";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";
import { ClassSelect } from "#/ui/ClassSelect.tsx";

interface ImageChoiceProps {
  readonly choice: Choice;
  readonly classes: readonly string[];
  readonly onChoose: (choice: Choice) => void;
}

export function ImageChoice(props: ImageChoiceProps): ReactElement {
  const { choice, classes, onChoose } = props;
  const t = useText();
  return (
    <div className={styles["choices"]}>
      {isLabelled(classes) && (
        <ClassSelect
          label={t("tabs.reconstruct.which")}
          classes={classes}
          value={choice.label}
          onChange={(label) => onChoose({ ...choice, label, page: 0 })}
        />
      )}
      <Button onClick={() => onChoose({ ...choice, page: choice.page + 1 })}>
        {t("tabs.reconstruct.next")}
      </Button>
      <Button
        icon="dice"
        onClick={() => onChoose({ ...choice, shuffle: choice.shuffle + 1, page: 0 })}
      >
        {t("tabs.reconstruct.shuffle")}
      </Button>
      <Button look="quiet" onClick={() => onChoose({ ...firstTen, label: choice.label })}>
        {t("tabs.reconstruct.first")}
      </Button>
    </div>
  );
}
