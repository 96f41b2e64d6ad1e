/**
 * Held-out figures of all lanes, measured on request on the same images; sorts by a column and saves as
 * CSV. A lane that has trained since is marked: its figures belong to an earlier step.
 */
import { useRef, useState, type ReactElement } from "react";
import { lanesCsv, sortLanes, type LaneOrder } from "#/core/metrics/laneTable.ts";
import { ResultHead } from "#/features/compare/ResultHead.tsx";
import { ResultRow } from "#/features/compare/ResultRow.tsx";
import styles from "#/features/compare/Tables.module.css";
import { useDifferences } from "#/features/compare/useDifference.ts";
import { useLanes } from "#/features/compare/useEveryLane.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useLaneGroup, useLaneState } from "#/state/lanes/context.tsx";
import { laneLetters, type LaneGroupState } from "#/state/lanes/types.ts";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { ScrollRegion } from "#/ui/ScrollRegion.tsx";
import { saveFile } from "#/ui/saveFile.ts";

const selectMeasurement = (state: LaneGroupState) => state.measurement;

export function ResultsTable(): ReactElement {
  const t = useText();
  const lanes = useLanes();
  const differences = useDifferences();
  const { results, fault } = useLaneState(selectMeasurement);
  const [order, setOrder] = useState<LaneOrder>({ column: "letter", direction: "ascending" });
  const measured = sortLanes(results, order);
  const missing = lanes.filter(({ letter }) => !results.some((each) => each.letter === letter));
  return (
    <div className={styles["results"]} data-testid="lane-results">
      <Acts differences={differences} />
      {fault !== null && fault.code !== "cancelled" && <FaultNote fault={fault} />}
      <ScrollRegion name={t("compare.results.title")} className={styles["region"]}>
        <table className={styles["table"]}>
          <ResultHead order={order} onSort={setOrder} />
          <tbody>
            {measured.map((result) => {
              const index = lanes.findIndex(({ letter }) => letter === result.letter);
              const lane = lanes[index];
              if (lane === undefined) return null;
              return <ResultRow key={lane.id} index={index} lane={lane} result={result} />;
            })}
            {missing.map((lane) => (
              <ResultRow key={lane.id} index={lanes.indexOf(lane)} lane={lane} result={null} />
            ))}
          </tbody>
          <caption className="visuallyHidden">{t("compare.results.units")}</caption>
        </table>
      </ScrollRegion>
    </div>
  );
}

/** Measuring, stopping it, and saving what there is. */
function Acts({ differences }: { readonly differences: readonly string[] }): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const group = useLaneGroup();
  const count = useLanes().length;
  const { status, results } = useLaneState(selectMeasurement);
  const stop = useRef<AbortController | null>(null);
  const measuring = status === "measuring";

  function measure(): void {
    stop.current = new AbortController();
    // How it ends is told by the group's state.
    group.measure({ signal: stop.current.signal }).catch(() => undefined);
  }

  function save(): void {
    const rows = results.map(({ letter }) => differences[laneLetters.indexOf(letter)] ?? "");
    saveFile("lanes.csv", new Blob([lanesCsv(results, rows)], { type: "text/csv" }));
  }

  return (
    <div className={styles["acts"]}>
      {measuring ? (
        <>
          <Button
            onClick={() => {
              stop.current?.abort();
            }}
          >
            {t("compare.results.stop")}
          </Button>
          <progress value={results.length} max={count} aria-label={t("compare.results.title")} />
          <span role="status">
            {t("compare.results.progress", { done: format(results.length), of: format(count) })}
          </span>
        </>
      ) : (
        <>
          <Button onClick={measure} data-testid="measure">
            {t(results.length === 0 ? "compare.results.measure" : "compare.results.again")}
          </Button>
          <Button icon="save" disabled={results.length === 0} onClick={save}>
            {t("compare.results.export")}
          </Button>
          <span>{t(results.length === 0 ? "compare.results.help" : "compare.results.units")}</span>
        </>
      )}
    </div>
  );
}
