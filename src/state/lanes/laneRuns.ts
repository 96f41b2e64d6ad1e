/** Lanes trained, paused and begun anew together. A lane that cannot keeps its trouble to itself. */
import { sharingFault } from "#/core/experiment/sharing.ts";
import type { TrainSummary } from "#/core/training/terms.ts";
import { isMoving } from "#/state/lanes/laneAligner.ts";
import type { App, LaneTraining } from "#/state/lanes/types.ts";
import { shown } from "#/state/parts.ts";
import { stepsOf } from "#/state/session.ts";

type TrainHow = Omit<LaneTraining, "lanes">;

/** How much more a lane is trained. */
export interface LaneShare {
  readonly app: App;
  readonly steps: number;
}

/** Resolves when all rest. Null: the lane was training already, could not, or came to grief. */
export async function trainLanes(
  apps: readonly App[],
  how: TrainHow,
): Promise<(TrainSummary | null)[]> {
  await settled(apps);
  const shares = sharesOf(apps, how);
  return Promise.all(
    apps.map((app) => {
      if (isMoving(app.store.getState())) return rest(app);
      const share = shares.find((each) => each.app === app);
      return share === undefined ? Promise.resolve(null) : train(share);
    }),
  );
}

/** Resolves once none of them is being started. */
export async function settled(apps: readonly App[]): Promise<void> {
  await Promise.all(apps.map(({ session }) => session.settled()));
}

/** Which of them would train, and how much. */
export function sharesOf(apps: readonly App[], { toStep, ...more }: TrainHow): LaneShare[] {
  const able = apps.filter(canTrain);
  if (toStep !== undefined) {
    return able.flatMap((app) => {
      const steps = toStep - stepOf(app);
      return steps > 0 ? [{ app, steps }] : [];
    });
  }
  const toTheEnd = more.epochs === undefined && more.steps === undefined;
  // With every plan fulfilled, all get another one; else none is trained beyond its own.
  const short = able.filter((app) => !isFulfilled(app));
  const chosen = toTheEnd && short.length > 0 ? short : able;
  return chosen.map((app) => ({ app, steps: stepsOf(app.store.getState(), more) }));
}

/**
 * All lanes at rest, and those that trained together at one step: lanes go in turn, so a pause finds
 * some a step behind. One that rested before, was done, broke, is further behind or takes batches of
 * another size stays where it is.
 */
export async function pauseLanes(apps: readonly App[]): Promise<void> {
  const trained = apps.filter(({ store }) => store.getState().phase === "training");
  await stopLanes(apps);
  const resting = trained.filter(({ store }) => store.getState().phase === "paused");
  await Promise.all(
    resting.map(async (app) => {
      const level = resting.filter((other) => batchOf(other) === batchOf(app)).map(stepOf);
      const steps = Math.max(...level) - stepOf(app);
      if (steps > 0 && steps <= mostBehind) await train({ app, steps });
    }),
  );
}

/** Steps by which lanes that train in turn are apart at most, with one to spare. */
const mostBehind = 3;

const batchOf = ({ store }: App): number => store.getState().built.training.batch;

const stepOf = ({ store }: App): number => store.getState().progress?.step ?? 0;

async function stopLanes(apps: readonly App[]): Promise<void> {
  await Promise.all(apps.map(({ store, session }) => shown(store, session.pause())));
}

/** Every lane at step 0, on lane A's images and seed. */
export async function resetLanes(apps: readonly App[], newSeed: number | null): Promise<void> {
  const [lead] = apps;
  if (lead === undefined) return;
  await stopLanes(apps);
  const { config, dataSets } = lead.store.getState();
  const seed = newSeed ?? config.training.seed;
  await Promise.all(
    apps.map(({ store, session }) => {
      const shares = sharingFault(store.getState().config, config, dataSets) === null;
      const begun = shares
        ? session.reset({ seed })
        : session.configure({ data: config.data, training: { seed } });
      return shown(store, begun);
    }),
  );
}

function canTrain({ store }: App): boolean {
  const { runId, phase } = store.getState();
  return runId !== 0 && phase !== "stopped" && phase !== "failed" && !isMoving({ phase });
}

function isFulfilled({ store }: App): boolean {
  const { progress, config } = store.getState();
  if (progress === null) return false;
  return progress.stoppedEarly || progress.step >= config.training.epochs * progress.stepsPerEpoch;
}

async function train({ app, steps }: LaneShare): Promise<TrainSummary | null> {
  let summary: TrainSummary | null = null;
  await shown(
    app.store,
    app.session.train({ steps }).then((done) => {
      summary = done;
    }),
  );
  return summary;
}

/** Resolves once a lane that somebody else set going has stopped. */
function rest({ store }: App): Promise<null> {
  return new Promise((resolve) => {
    const stop = store.subscribe((state) => {
      if (isMoving(state)) return;
      stop();
      resolve(null);
    });
    if (!isMoving(store.getState())) {
      stop();
      resolve(null);
    }
  });
}
