/** The numbers of a chart as a table that scrolls under its heads. Words and figures come from outside. */
import type { ReactElement } from "react";
import styles from "#/ui/FigureTable.module.css";
import { ScrollRegion } from "#/ui/ScrollRegion.tsx";

export interface FigureTableProps {
  readonly name: string;
  /** How high it is, or may become. */
  readonly className?: string | undefined;
  readonly heads: readonly string[];
  /** The first cell of a row is its heading, and its key. */
  readonly rows: readonly (readonly string[])[];
}

export function FigureTable({ name, className, heads, rows }: FigureTableProps): ReactElement {
  return (
    <ScrollRegion name={name} className={className}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([heading, ...cells]) => (
            <tr key={heading}>
              <th scope="row">{heading}</th>
              {cells.map((cell, i) => (
                <td key={heads[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
