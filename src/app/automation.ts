/**
 * Puts the automation API on the window. All of it but what answers at once is a chunk of its own,
 * fetched with the first call, or when the page has opened.
 */
import type { PlaygroundApi } from "#/app/automation/api.ts";
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
    configure: async (patch) => (await api()).configure(patch),
    train: async (more) => (await api()).train(more),
    pause: async () => (await api()).pause(),
    reset: async (options) => (await api()).reset(options),
    history: async () => (await api()).history(),
    dataset: async () => (await api()).dataset(),
    images: async (request) => (await api()).images(request),
    encode: async (images, options) => (await api()).encode(images, options),
    decode: async (z, options) => (await api()).decode(z, options),
    reconstruct: async (images, options) => (await api()).reconstruct(images, options),
    sample: async (request) => (await api()).sample(request),
    latentGrid: async (request) => (await api()).latentGrid(request),
    evaluate: async (options) => (await api()).evaluate(options),
    weights: async () => (await api()).weights(),
    setWeights: async (weights) => (await api()).setWeights(weights),
    probe: async (request) => (await api()).probe(request),
    applyStep: async (request) => (await api()).applyStep(request),
    simulate: async (fault) => (await api()).simulate(fault),
    diagnostics: async () => (await api()).diagnostics(),
    on(event, listener) {
      if (fetched !== null) return fetched.on(event, listener);
      let stop: (() => void) | null = null;
      let stopped = false;
      // Calls made after this one wait for the same chunk, and in line: nothing of theirs is missed.
      void api().then((on) => {
        if (!stopped) stop = on.on(event, listener);
      });
      return () => {
        stopped = true;
        stop?.();
      };
    },
  };
  app.ready.then(api, () => undefined);
}
