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

export interface LaneBegin {
  begin(apps: readonly App[], how: Omit<LaneTraining, "lanes">): Promise<void>;
  /**
   * Somebody paused or left, or lane `gone` alone did: what is asked about any of them is answered with
   * not now.
   */
  withdraw(gone?: App): void;
}

/** Lanes about to be set going, until they are. */
interface Beginning {
  apps: readonly App[];
  isOver: boolean;
}

/** @param all every lane of the group, A first. */
export function createLaneBegin({ store: page }: App, all: () => readonly App[]): LaneBegin {
  const agreed = new WeakMap<App, string>();
  const beginnings = new Set<Beginning>();

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

  /** Those that are to train now: none where one would rather not, all but what stays heavy, or all. */
  async function agree(
    beginning: Beginning,
    how: Omit<LaneTraining, "lanes">,
  ): Promise<readonly App[]> {
    const { apps } = beginning;
    const isOver = () => beginning.isOver;
    await settled(apps);
    if (isOver()) return [];
    const shares = sharesOf(apps, how);
    beginning.apps = shares.map(({ app }) => app);
    const work = shares.reduce((sum, share) => sum + workFor(share), 0);
    if (work < QUICK || shares.every(isAgreed)) return apps;
    const runs = shares.map(({ app: { store, trainer }, steps }) => ({ store, trainer, steps }));
    const answer = await askCost(page, runs, lighterChanges(shares), isOver);
    if (answer === "cancel") return [];
    const willing = answer === "lighter" ? await lightened(all()) : apps;
    // Beginning anew takes its time: somebody may have paused meanwhile.
    if (isOver()) return [];
    for (const app of beginning.apps) if (willing.includes(app)) agreed.set(app, nameOf(app));
    return willing;
  }

  return {
    async begin(apps, how) {
      const beginning: Beginning = { apps, isOver: false };
      beginnings.add(beginning);
      const willing = await agree(beginning, how).finally(() => beginnings.delete(beginning));
      await trainLanes(willing, how);
    },
    withdraw(gone) {
      const apps = gone === undefined ? all() : [gone];
      for (const beginning of beginnings) {
        beginning.isOver ||= beginning.apps.some((app) => apps.includes(app));
      }
      const { costNotice } = page.getState();
      if (costNotice?.phase !== "asking") return;
      if (apps.some(({ store }) => costNotice.about.includes(store))) costNotice.answer("cancel");
    },
  };
}

/**
 * Every lane as the variant of lane A has it, so that they still differ in nothing else. Those that
 * took it up; one that cannot says why, and does not train at full length instead.
 */
async function lightened(apps: readonly App[]): Promise<readonly App[]> {
  const [lead] = apps;
  if (lead === undefined) return [];
  const { lighter } = presets[lead.store.getState().preset];
  const took = new Set<App>();
  await Promise.all(
    apps.map((app) =>
      shown(
        app.store,
        app.session.configure(lighter).then(() => took.add(app)),
      ),
    ),
  );
  return apps.filter((app) => took.has(app));
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
