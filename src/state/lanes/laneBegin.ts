/**
 * Lanes set going by hand: what all of them will cost here together is asked about first, in the page's
 * own notice, as it is of one run (preflight.ts). What has been agreed to is not asked about again.
 */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { type Change, describeDifference } from "#/core/experiment/diff.ts";
import { presets } from "#/core/experiment/presets.ts";
import { type LaneShare, settled, sharesOf, trainLanes } from "#/state/lanes/laneRuns.ts";
import type { App, LaneTraining } from "#/state/lanes/types.ts";
import { shown } from "#/state/parts.ts";
import { QUICK, workOf } from "#/state/patching.ts";
import { askCost, lighterVariant } from "#/state/preflight.ts";
import type { CostAnswer } from "#/state/types.ts";

export interface LaneBegin {
  begin(apps: readonly App[], how: Omit<LaneTraining, "lanes">): Promise<void>;
  /** Somebody paused, or left: what is being asked is answered with not now. */
  withdraw(): void;
}

/** @param all every lane of the group, A first. */
export function createLaneBegin({ store: page }: App, all: () => readonly App[]): LaneBegin {
  const agreed = new WeakMap<App, string>();
  let withdrawn = 0;
  let asking = false;

  const isAgreed = ({ app }: LaneShare) => agreed.get(app) === nameOf(app);

  /**
   * The page's own lanes have a lighter variant, where all of them train: one that has come to its end
   * would lose what it learnt. Those of a bench or a lesson are as they are meant.
   */
  function lighterChanges(shares: readonly LaneShare[]): readonly Change[] {
    const lanes = all();
    const [lead] = lanes;
    if (lead?.store !== page || shares.length < lanes.length) return [];
    const lighter = lighterVariant(lead.store.getState());
    return lighter === null ? [] : describeDifference(lead.store.getState().config, lighter);
  }

  async function ask(shares: readonly LaneShare[], isOver: () => boolean): Promise<CostAnswer> {
    const runs = shares.map(({ app: { store, trainer }, steps }) => ({ store, trainer, steps }));
    asking = true;
    const answer = await askCost(page, runs, lighterChanges(shares), isOver);
    asking = false;
    return answer;
  }

  return {
    async begin(apps, how) {
      const before = withdrawn;
      const isOver = () => withdrawn !== before;
      await settled(apps);
      if (isOver() || page.getState().costNotice !== null) return;
      const shares = sharesOf(apps, how);
      const work = shares.reduce((sum, share) => sum + workFor(share), 0);
      if (work >= QUICK && !shares.every(isAgreed)) {
        const answer = await ask(shares, isOver);
        if (answer === "cancel") return;
        if (answer === "lighter") await lighten(all());
        // Beginning anew takes its time: somebody may have paused meanwhile.
        if (isOver()) return;
        for (const { app } of shares) agreed.set(app, nameOf(app));
      }
      await trainLanes(apps, how);
    },
    withdraw() {
      withdrawn++;
      const { costNotice } = page.getState();
      if (asking && costNotice?.phase === "asking") costNotice.answer("cancel");
    },
  };
}

/** Every lane as the variant of lane A has it, so that they still differ in nothing else. */
async function lighten(apps: readonly App[]): Promise<void> {
  const [lead] = apps;
  if (lead === undefined) return;
  const { lighter } = presets[lead.store.getState().preset];
  await Promise.all(apps.map(({ store, session }) => shown(store, session.configure(lighter))));
}

function workFor({ app: { store }, steps }: LaneShare): number {
  const { config, dataSets } = store.getState();
  return workOf(config, dataSets, steps);
}

/** The experiment, whatever its seed. */
function nameOf({ store }: App): string {
  const { built } = store.getState();
  const unseeded: ExperimentConfig = { ...built, training: { ...built.training, seed: 0 } };
  return JSON.stringify(unseeded);
}
