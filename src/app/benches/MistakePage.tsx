/** One mistake with its two lanes, looked at in the view it asks for, and the ways on from it. */
import { Suspense, useMemo, type ReactNode } from "react";
import { BenchCurves } from "./BenchCurves.tsx";
import { OpenedGroup } from "./OpenedGroup.tsx";
import { openInPlay } from "./openInPlay.ts";
import { pageKeys } from "../PageKeys.tsx";
import { useUncovered } from "./useUncovered.ts";
import { lazyColumn } from "../lazyColumn.ts";
import type { Mistake, MistakeId } from "#/core/bench/mistake.ts";
import { MistakeBench } from "#/features/benches/mistake/MistakeBench.tsx";
import { mistakePlans } from "#/features/benches/mistake/plans.ts";
import { mistakeText } from "#/features/benches/mistake/mistakeText.ts";
import { nextMistake } from "#/features/benches/topic.ts";
import { LatentPlane } from "#/features/latent/LatentPlane.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { Button } from "#/ui/Button.tsx";
import { Panel } from "#/ui/Panel.tsx";
import styles from "./BenchesPage.module.css";

// Its charts are a chunk of their own.
const KlBars = lazyColumn(async () => {
  const { KlSection } = await import("#/features/learning/KlSection.tsx");
  return () => <KlSection view="chart" />;
});

interface MistakePageProps {
  readonly mistake: Mistake;
  readonly onOpen: (topic: string | null) => void;
}

/** What goes wrong there is the loss as it is written: nats hide it, or do not exist. */
const asWritten: ReadonlySet<MistakeId> = new Set(["standardised", "sigma-exp", "wrong-sign"]);

/** Larger than this the other lane's plane would leave the screen. */
const mostPlane = 560;

export function MistakePage({ mistake, onOpen }: MistakePageProps) {
  const t = useText();
  const { store } = useAppParts();
  const plans = useMemo(() => mistakePlans(mistake), [mistake]);
  useUncovered(mistake.id);
  const next = nextMistake(mistake.id);
  return (
    <OpenedGroup plans={plans}>
      {(group) => (
        <MistakeBench
          mistake={mistake}
          group={group}
          view={viewOf(mistake.look)}
          keys={pageKeys}
          curves={
            <Panel title={t("benches.curves")} level={3}>
              <BenchCurves begin={asWritten.has(mistake.id) ? "training" : "nats"} />
            </Panel>
          }
          onOpen={() => {
            openInPlay(store, mistake);
          }}
          next={
            next !== null && (
              <Button
                icon="right"
                onClick={() => {
                  onOpen(next);
                }}
              >
                {t("benches.judged.next", { title: mistakeText(t, next, "title") })}
              </Button>
            )
          }
        />
      )}
    </OpenedGroup>
  );
}

/** Null where the pictures of the bench, or its curves, say it. */
function viewOf(look: Mistake["look"]): (() => ReactNode) | null {
  switch (look) {
    case "plane":
      return () => (
        <div className={styles["plane"]}>
          <LatentPlane maxSide={mostPlane} />
        </div>
      );
    case "klBars":
      return () => (
        <Suspense fallback={<div className={styles["bars"]} />}>
          <KlBars />
        </Suspense>
      );
    case "curves":
    case "samples":
    case "reconstructions":
      return null;
  }
}
