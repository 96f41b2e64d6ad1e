/**
 * The sigmoid bench: three lanes that differ in where the sigmoid sits, on the same images, batches
 * and noise; how each is drawn is chosen lane by lane. Their curves come from outside.
 */
import { useState, type ReactElement, type ReactNode } from "react";
import type { Display } from "#/core/objective/spec.ts";
import { BenchTransport, type BenchKeys } from "#/features/benches/BenchTransport.tsx";
import styles from "#/features/benches/sigmoid/SigmoidBench.module.css";
import { SigmoidLane } from "#/features/benches/sigmoid/SigmoidLane.tsx";
import { lighterImages, type SigmoidData } from "#/features/benches/sigmoid/plans.ts";
import { useLanes } from "#/features/benches/useLanes.ts";
import { useGroupErrors } from "#/features/benches/useGroupErrors.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { AppProvider } from "#/state/context.tsx";
import type { LaneGroup } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { Panel } from "#/ui/Panel.tsx";
import { Select } from "#/ui/Select.tsx";
import { useStore } from "zustand";
import { LogitBench } from "#/features/benches/sigmoid/LogitBench.tsx";

interface SigmoidBenchProps {
  readonly group: LaneGroup;
  readonly data: SigmoidData;
  readonly onData: (data: SigmoidData) => void;
  /** The page's keys, for this bench. */
  readonly keys: BenchKeys;
  /** The lanes' curves on one scale. */
  readonly curves: ReactNode;
}

const selectPlanned = (state: AppState) =>
  state.config.training.epochs * (state.progress?.stepsPerEpoch ?? 0);

/** B as written: raw logits in one figure with the originals. */
const firstDisplays: readonly Display[] = ["sigmoid", "autoscaled", "sigmoid"];

export function SigmoidBench(props: SigmoidBenchProps): ReactElement {
  const { group, data, onData, keys, curves } = props;
  const t = useText();
  const format = useNumberFormat();
  const { lanes } = useStore(group.store);
  const [planned = 0] = useLanes(lanes, selectPlanned);
  const [chosen, setChosen] = useState(firstDisplays);
  const { fault, attempt } = useGroupErrors();
  const [first] = lanes;
  return (
    <>
      <BenchTransport
        lanes={lanes}
        steps={planned}
        measuring={false}
        onTrain={() => {
          attempt(group.begin());
        }}
        onPause={() => {
          attempt(group.pauseAll());
        }}
        onStep={() => {
          attempt(group.begin({ steps: 1 }));
        }}
        onReset={(newSeed) => {
          attempt(group.resetAll({ newSeed }));
        }}
        keys={keys}
      >
        <Select
          label={t("benches.sigmoid.data")}
          hideLabel
          value={data}
          options={[
            { value: "light", label: t("benches.sigmoid.light", { count: format(lighterImages) }) },
            { value: "source", label: t("benches.sigmoid.source") },
          ]}
          onChange={onData}
        />
      </BenchTransport>
      {fault !== null && <FaultNote fault={fault} />}
      <div className={styles["lanes"]}>
        {lanes.map((lane, i) => (
          <AppProvider key={lane.id} app={lane.app}>
            <SigmoidLane
              lane={lane}
              first={i === 0 || first === undefined ? null : first}
              display={chosen[i] ?? "sigmoid"}
              onDisplay={(display) => {
                setChosen(chosen.map((kept, at) => (at === i ? display : kept)));
              }}
            />
          </AppProvider>
        ))}
      </div>
      <Panel title={t("benches.sigmoid.curves")} level={3}>
        <p className={styles["words"]}>{t("benches.sigmoid.curvesHelp")}</p>
        {curves}
      </Panel>
      <Panel title={t("benches.logit.title")} level={3}>
        <LogitBench />
      </Panel>
    </>
  );
}
