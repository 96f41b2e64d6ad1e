/** n, p, the two dimensions of the Grid tab, and which way its rows grow. */
import type { ReactElement } from "react";
import type { GridChoice } from "#/features/samples/gridLatents.ts";
import styles from "#/features/samples/Sheets.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { NumberField } from "#/ui/NumberField.tsx";
import { Select } from "#/ui/Select.tsx";
import { Slider } from "#/ui/Slider.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

interface GridControlsProps {
  readonly choice: GridChoice;
  readonly latent: number;
  /** Takes the change alone, so that dimensions nobody chose go on following the plane. */
  readonly onChoose: (change: Partial<GridChoice>) => void;
}

const smallest = 0.0001;
const largest = 0.49;

export function GridControls({ choice, latent, onChoose }: GridControlsProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const [first, second] = choice.dims;
  const dimensions = Array.from({ length: latent }, (_, d) => ({
    value: String(d),
    label: t("tabs.grid.dimension", { dimension: d + 1 }),
  }));

  function commitP(p: number): string | null {
    if (!(p >= smallest && p <= largest)) {
      return t("tabs.grid.pInvalid", { kept: format(choice.p) });
    }
    onChoose({ p });
    return null;
  }

  // Taking the other's dimension swaps the two, so that the grid always has both.
  const dims = (a: number, b: number): void => onChoose({ dims: [a, b] });
  return (
    <>
      <div className={styles["field"]}>
        <Slider
          label={t("tabs.grid.n")}
          value={choice.n}
          min={1}
          max={30}
          step={1}
          valueText={`${choice.n} × ${choice.n}`}
          onChange={(n) => onChoose({ n })}
        />
      </div>
      <div className={styles["field"]}>
        <NumberField
          label={`${t("tabs.grid.p")}, ${t("tabs.grid.pHint")}`}
          value={choice.p}
          step={0.01}
          onCommit={commitP}
        />
      </div>
      {latent > 1 && (
        <>
          <Select
            label={t("tabs.grid.first")}
            value={String(first)}
            options={dimensions}
            onChange={(d) => dims(Number(d), Number(d) === second ? first : second)}
          />
          <Select
            label={t(choice.rows === "down" ? "tabs.grid.second" : "tabs.grid.secondUp")}
            value={String(second)}
            options={dimensions}
            onChange={(d) => dims(Number(d) === first ? second : first, Number(d))}
          />
          <ToggleGroup
            label={t("tabs.grid.order")}
            value={choice.rows}
            options={[
              { value: "down", label: t("tabs.grid.down") },
              { value: "up", label: t("tabs.grid.up") },
            ]}
            onChange={(rows) => onChoose({ rows })}
          />
        </>
      )}
    </>
  );
}
