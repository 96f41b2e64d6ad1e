/** Which ten test images the tab shows, and from what code they are rebuilt. */
import type { ReactElement } from "react";
import { firstTen, type Choice } from "#/features/reconstruct/chooseImages.ts";
import styles from "#/features/reconstruct/ReconstructTab.module.css";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";
import { Select } from "#/ui/Select.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

interface ImageChoiceProps {
  readonly choice: Choice;
  readonly classes: readonly string[];
  readonly sampled: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onSampled: (sampled: boolean) => void;
}

export function ImageChoice(props: ImageChoiceProps): ReactElement {
  const { choice, classes, sampled, onChoose, onSampled } = props;
  const t = useText();
  return (
    <div className={styles["choices"]}>
      <ToggleGroup
        label={t("views.reconstruct.from")}
        value={sampled ? "sample" : "mean"}
        options={[
          { value: "mean", label: t("views.reconstruct.fromMean") },
          { value: "sample", label: t("views.reconstruct.fromSample") },
        ]}
        onChange={(from) => onSampled(from === "sample")}
      />
      <Select
        label={t("views.reconstruct.which")}
        hideLabel
        value={choice.label === null ? "all" : String(choice.label)}
        options={[
          { value: "all", label: t("views.reconstruct.everyClass") },
          ...classes.map((label, i) => ({ value: String(i), label })),
        ]}
        onChange={(label) =>
          onChoose({ ...choice, label: label === "all" ? null : Number(label), page: 0 })
        }
      />
      <Button onClick={() => onChoose({ ...choice, page: choice.page + 1 })}>
        {t("views.reconstruct.next")}
      </Button>
      <Button
        icon="dice"
        onClick={() => onChoose({ ...choice, shuffle: choice.shuffle + 1, page: 0 })}
      >
        {t("views.reconstruct.shuffle")}
      </Button>
      <Button look="quiet" onClick={() => onChoose({ ...firstTen, label: choice.label })}>
        {t("views.reconstruct.first")}
      </Button>
    </div>
  );
}
