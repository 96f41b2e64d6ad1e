/**
 * Puts the automation API on the window. All of it but what answers at once is a chunk of its own,
 * fetched with the first call, or when the page has opened.
 */
import type { PlaygroundApi } from "#/app/automation/api.ts";
import type { LanesApi } from "#/app/automation/lanesApi.ts";
import { answersAtOnce } from "#/app/automation/atOnce.ts";
import type { App } from "#/state/app.ts";

declare global {
  interface Window {
    playground: PlaygroundApi;
  }
}

export function installAutomation(app: App): void {
  let fetched: PlaygroundApi | null = null;
  let fetching: Promise<PlaygroundApi> | null = null;

  async function fetchApi(): Promise<PlaygroundApi> {
    const { createPlayground } = await import("#/app/automation/playground.ts");
    fetched = createPlayground(app);
    return fetched;
  }
  const api = (): Promise<PlaygroundApi> => {
    fetching ??= fetchApi();
    return fetching;
  };

  window.playground = {
    ...answersAtOnce(app),
    configure: async (patch, options) => (await api()).configure(patch, options),
    train: async (more, options) => (await api()).train(more, options),
    pause: async (options) => (await api()).pause(options),
    reset: async (options) => (await api()).reset(options),
    history: async (options) => (await api()).history(options),
    dataset: async (options) => (await api()).dataset(options),
    images: async (request) => (await api()).images(request),
    encode: async (images, options) => (await api()).encode(images, options),
    decode: async (z, options) => (await api()).decode(z, options),
    reconstruct: async (images, options) => (await api()).reconstruct(images, options),
    sample: async (request) => (await api()).sample(request),
    latentGrid: async (request) => (await api()).latentGrid(request),
    evaluate: async (options) => (await api()).evaluate(options),
    weights: async (options) => (await api()).weights(options),
    setWeights: async (weights, options) => (await api()).setWeights(weights, options),
    probe: async (request) => (await api()).probe(request),
    applyStep: async (request) => (await api()).applyStep(request),
    setEngine: async (choice, options) => (await api()).setEngine(choice, options),
    simulate: async (fault) => (await api()).simulate(fault),
    diagnostics: async (options) => (await api()).diagnostics(options),
    lanes: lazyLanes(async () => (await api()).lanes),
    on(event, listener, options) {
      if (fetched !== null) return fetched.on(event, listener, options);
      let stop: (() => void) | null = null;
      let stopped = false;
      // Calls made after this one wait for the same chunk, and in line: nothing of theirs is missed.
      void api().then((on) => {
        if (!stopped) stop = on.on(event, listener, options);
      });
      return () => {
        stopped = true;
        stop?.();
      };
    },
  };
  app.ready.then(api, () => undefined);
}

function lazyLanes(lanes: () => Promise<LanesApi>): LanesApi {
  return {
    add: async (patch, options) => (await lanes()).add(patch, options),
    addFromStep: async (step, options) => (await lanes()).addFromStep(step, options),
    remove: async (lane) => (await lanes()).remove(lane),
    restore: async () => (await lanes()).restore(),
    list: async () => (await lanes()).list(),
    train: async (more) => (await lanes()).train(more),
    pause: async (lane) => (await lanes()).pause(lane),
    pauseAll: async () => (await lanes()).pauseAll(),
    resetAll: async (options) => (await lanes()).resetAll(options),
    results: async (options) => (await lanes()).results(options),
    difference: async (lane) => (await lanes()).difference(lane),
    align: async (kind) => (await lanes()).align(kind),
  };
}
