/** The charts of the Learning column, one by one; a chunk with recharts. */
import type { ReactElement } from "react";
import { KlSection } from "#/features/learning/KlSection.tsx";
import { LossChart } from "#/features/learning/LossChart.tsx";

export function Curves(): ReactElement {
  return <LossChart view="chart" />;
}

export function Bars(): ReactElement {
  return <KlSection view="chart" />;
}
