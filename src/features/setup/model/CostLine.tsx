/** What the drawn model costs: parameters, memory, floating-point operations a step. */
import { type ModelCost, formatBytes } from "#/core/model/cost.ts";
import type { Fault } from "#/core/fault.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { Tip } from "#/ui/Tip.tsx";
import { countText } from "#/features/setup/model/drawing.ts";
import { Refused } from "#/features/setup/fields/Refused.tsx";
import styles from "./CostLine.module.css";

export function CostLine({
  cost,
  fault,
}: {
  readonly cost: ModelCost | null;
  /** Why the draft as it stands cannot be built. */
  readonly fault: Fault | null;
}) {
  const t = useText();
  const format = useNumberFormat();
  if (fault !== null) {
    return <Refused refusal={{ fault, patch: {} }} />;
  }
  // A multiply–add counts as two operations.
  const figures = [
    ["setup.model.parameters", cost === null ? "–" : format(cost.parameters)],
    ["setup.model.memory", cost === null ? "–" : `≈ ${formatBytes(cost.totalBytes)}`],
    ["setup.model.flops", cost === null ? "–" : `≈ ${countText(2 * cost.multiplyAdds)}`],
  ] as const;
  return (
    <dl className={styles["cost"]}>
      {figures.map(([term, value]) => (
        <div key={term}>
          <dt>
            <Tip term={term} text={t("setup.model.costHelp")}>
              {t(term)}
            </Tip>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
