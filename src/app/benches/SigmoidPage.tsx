/** The sigmoid bench with its lanes and their curves. */
import { useState } from "react";
import { BenchCurves } from "./BenchCurves.tsx";
import { pageKeys } from "../PageKeys.tsx";
import { OpenedGroup } from "./OpenedGroup.tsx";
import { type SigmoidData, sigmoidPlans } from "#/features/benches/sigmoid/plans.ts";
import { SigmoidBench } from "#/features/benches/sigmoid/SigmoidBench.tsx";
import { useText } from "#/i18n/useText.ts";
import styles from "./BenchesPage.module.css";

export function SigmoidPage() {
  const t = useText();
  const [data, setData] = useState<SigmoidData>("light");
  return (
    <>
      <div className={styles["lead"]}>
        <p>{t("benches.sigmoid.story")}</p>
      </div>
      <OpenedGroup plans={sigmoidPlans[data]}>
        {(group) => (
          <SigmoidBench
            group={group}
            data={data}
            onData={setData}
            keys={pageKeys}
            curves={<BenchCurves />}
          />
        )}
      </OpenedGroup>
    </>
  );
}
