/**
 * `window.playground`: the page's own store and trainer, and those of lanes beside it, for scripts,
 * embedding and tests. Finds the lane a call means; what is asked of it is calls.ts.
 */
import type { PlaygroundApi } from "#/app/automation/api.ts";
import { answersAtOnce } from "#/app/automation/atOnce.ts";
import { callsOn } from "#/app/automation/calls.ts";
import { scriptEvents } from "#/app/automation/events.ts";
import { laneCalls, laneOf } from "#/app/automation/lanes.ts";
import { splitLane } from "#/app/automation/laneOption.ts";
import type { App } from "#/state/app.ts";

export function createPlayground(page: App): PlaygroundApi {
  /** The lane that options name, and what they say besides. */
  async function lane(options: unknown) {
    const { lane: index, rest } = splitLane(options);
    return { calls: callsOn(await laneOf(page, index)), rest };
  }

  return {
    ...answersAtOnce(page),
    lanes: laneCalls(page),
    configure: async (patch, options) => (await lane(options)).calls.configure(patch),
    async train(more, options) {
      const { lane: index, rest } = splitLane(more);
      const { calls } = await lane(options ?? { lane: index });
      return calls.train(rest);
    },
    pause: async (options) => (await lane(options)).calls.pause(),
    async reset(options) {
      const { calls, rest } = await lane(options);
      return calls.reset(rest);
    },
    history: async (options) => (await lane(options)).calls.history(),
    dataset: async (options) => (await lane(options)).calls.dataset(),
    async images(request) {
      const { calls, rest } = await lane(request);
      return calls.images(rest);
    },
    async encode(images, options) {
      const { calls, rest } = await lane(options);
      return calls.encode(images, rest);
    },
    async decode(z, options) {
      const { calls, rest } = await lane(options);
      return calls.decode(z, rest);
    },
    async reconstruct(images, options) {
      const { calls, rest } = await lane(options);
      return calls.reconstruct(images, rest);
    },
    async sample(request) {
      const { calls, rest } = await lane(request);
      return calls.sample(rest);
    },
    async latentGrid(request) {
      const { calls, rest } = await lane(request);
      return calls.latentGrid(rest);
    },
    async evaluate(options) {
      const { calls, rest } = await lane(options);
      return calls.evaluate(rest);
    },
    weights: async (options) => (await lane(options)).calls.weights(),
    setWeights: async (weights, options) => (await lane(options)).calls.setWeights(weights),
    async probe(request) {
      const { calls, rest } = await lane(request);
      return calls.probe(rest);
    },
    async applyStep(request) {
      const { calls, rest } = await lane(request);
      return calls.applyStep(rest);
    },
    setEngine: async (choice, options) => (await lane(options)).calls.setEngine(choice),
    simulate: (fault) => callsOn(page).simulate(fault),
    diagnostics: async (options) => (await lane(options)).calls.diagnostics(),
    on(event, listener, options) {
      const { lane: index } = splitLane(options);
      if (index === 0) return scriptEvents(page, event, listener);
      let stop: (() => void) | null = null;
      let stopped = false;
      void laneOf(page, index).then((app) => {
        if (!stopped) stop = scriptEvents(app, event, listener);
      });
      return () => {
        stopped = true;
        stop?.();
      };
    },
  };
}
