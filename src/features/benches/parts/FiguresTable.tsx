/** Numbers of a chart as a table in a region that scrolls, also by keyboard. */
import type { ReactElement } from "react";
import styles from "#/features/benches/parts/FiguresTable.module.css";

interface FiguresTableProps {
  readonly name: string;
  readonly heads: readonly string[];
  /** The first cell of a row is its heading, and its key. */
  readonly rows: readonly (readonly string[])[];
}

export function FiguresTable({ name, heads, rows }: FiguresTableProps): ReactElement {
  return (
    <div
      className={styles["region"]}
      role="region"
      aria-label={name}
      // A scrolling region must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table>
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
    </div>
  );
}
