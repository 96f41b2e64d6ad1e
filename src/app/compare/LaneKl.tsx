/** KL of each latent dimension of a lane, drawn and as numbers; not of axes that were rotated. */
import { Suspense } from "react";
import styles from "./LaneColumn.module.css";
import { lazyColumn } from "../lazyColumn.ts";
import { useText } from "#/i18n/useText.ts";
import { useLaneState } from "#/state/lanes/context.tsx";
import type { LaneGroupState } from "#/state/lanes/types.ts";

const KlSections = lazyColumn(async () => {
  const { KlSection } = await import("#/features/learning/KlSection.tsx");
  return () => (
    <>
      <KlSection view="chart" />
      <KlSection view="table" />
    </>
  );
});

const selectAlignments = (state: LaneGroupState) => state.alignments;

export function LaneKl({ index }: { readonly index: number }) {
  const t = useText();
  const laid = useLaneState(selectAlignments)[index] ?? null;
  const rotated = laid?.kind === "aligned" && laid.alignment.kind === "procrustes";
  if (rotated) return <p className={styles["words"]}>{t("compare.align.hidden")}</p>;
  return (
    <div className={styles["differences"]} data-testid="lane-kl">
      <Suspense>
        <KlSections />
      </Suspense>
    </div>
  );
}
