/**
 * A lane beside the page: an application of its own over one lane of the worker. It has no address and
 * no opening of its own; data sets, preferences and the way to other groups are the page's.
 */
import { EngineError } from "#/core/fault.ts";
import { ok } from "#/core/result.ts";
import { frontRoute } from "#/core/route.ts";
import type { KeyValueStore } from "#/state/deps.ts";
import type { LaneWorld } from "#/state/lanes/laneWorld.ts";
import type { App } from "#/state/lanes/types.ts";
import { ownSetsOf } from "#/state/ownSets.ts";
import { shown } from "#/state/parts.ts";
import type { StartPlan } from "#/state/runStart.ts";
import type { Session } from "#/state/session.ts";
import { notReady } from "#/state/shownModel.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";

/** Less than the page's, so that four lanes fit a phone. */
const historyBytes = 24 * 2 ** 20;

/** A run to begin, or the stored one of this experiment to take up again. */
export interface LaneStart {
  readonly plan: StartPlan;
  readonly stored: boolean;
}

/**
 * Resolves once its run stands ready.
 * @param lead lane A, whose images and seed a preset is taken onto; undefined where this is lane A.
 * @throws EngineError; nothing is left of it then.
 */
export async function openLaneApp(
  world: LaneWorld,
  id: LaneId,
  storage: KeyValueStore,
  { plan, stored }: LaneStart,
  lead?: App,
): Promise<App> {
  const made = createLaneApp(world, id, storage, plan);
  const app = lead === undefined ? made : onImagesOfLead(made, lead);
  try {
    app.store.setState({ dataSets: world.page.store.getState().dataSets });
    if (stored) await bootStored(app);
    else await app.open(plan);
    return app;
  } catch (error) {
    app[Symbol.dispose]();
    throw error;
  }
}

function createLaneApp(
  { page, deps, create }: LaneWorld,
  id: LaneId,
  storage: KeyValueStore,
  { preset, built, live }: StartPlan,
): App {
  const { go, startFresh, engineChoice } = page.store.getState();
  const app = create({
    ...deps,
    trainer: deps.pool.lane(id),
    storage,
    link: {
      ...deps.link,
      ...{ preset, config: built, live, engine: engineChoice, autostart: false, lang: null },
      ...{ route: frontRoute, lanes: [], hasExperiment: true, problems: [] },
    },
    historyBytes,
    replaceSearch: () => undefined,
    loadManifest() {
      const { dataSets } = page.store.getState();
      const own = ownSetsOf(dataSets);
      return Promise.resolve(
        ok({ version: 1, sets: dataSets.filter((set) => !own.includes(set)) }),
      );
    },
  });
  app.store.setState({ go, startFresh });
  return { ...app, comparison: page.comparison, openGroup: page.openGroup };
}

/** The same lane, but for presets: those it takes up see what lane A sees. */
function onImagesOfLead(app: App, lead: App): App {
  const { store, session } = app;
  const loadPreset: Session["loadPreset"] = (preset, { patch = {}, ...options } = {}) => {
    const { data, training } = lead.store.getState().built;
    const shared = {
      ...patch,
      data: { ...data, ...patch.data },
      training: { seed: training.seed, ...patch.training },
    };
    return session.loadPreset(preset, { ...options, patch: shared });
  };
  store.setState({ loadPreset: (...asked) => shown(store, loadPreset(...asked)) });
  return { ...app, session: { ...session, loadPreset } };
}

/** As the page opens: its link is the lane's experiment, so what is stored of it is taken up. */
async function bootStored({ boot, store }: App): Promise<void> {
  await boot();
  const { runId, fault } = store.getState();
  if (runId !== 0) return;
  throw fault === null ? notReady("The lane could not be opened.") : new EngineError(fault);
}
