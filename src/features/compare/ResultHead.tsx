/** The columns of the results, each of which sorts the table, up and down in turn. */
import type { ReactElement } from "react";
import type { LaneColumn, LaneOrder } from "#/core/metrics/laneTable.ts";
import styles from "#/features/compare/Tables.module.css";
import { useText } from "#/i18n/useText.ts";
import { Icon } from "#/ui/Icon.tsx";

/** Shown; images seen and latent size stand in the file alone, and beside the active units. */
export const resultColumns = [
  "letter",
  "negativeElbo",
  "reconstruction",
  "kl",
  "activeUnits",
  "diversity",
  "sharpness",
  "seconds",
  "step",
] as const satisfies readonly LaneColumn[];

interface ResultHeadProps {
  readonly order: LaneOrder;
  readonly onSort: (order: LaneOrder) => void;
}

export function ResultHead({ order, onSort }: ResultHeadProps): ReactElement {
  const t = useText();
  return (
    <thead>
      <tr>
        {resultColumns.map((column) => {
          const sorted = order.column === column ? order.direction : "none";
          return (
            <th key={column} scope="col" aria-sort={sorted} data-term={column}>
              <button
                type="button"
                className={styles["sort"]}
                onClick={() => {
                  const direction = sorted === "ascending" ? "descending" : "ascending";
                  onSort({ column, direction });
                }}
              >
                {t(`compare.results.${column}`)}
                {sorted !== "none" && <Icon name={sorted === "ascending" ? "up" : "down"} />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
