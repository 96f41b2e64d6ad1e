/** Questions about single images. What answers them (inspectorAnswers.ts) comes with the first. */
import type { AppStore, Parts } from "#/state/parts.ts";
import type { Inspector } from "#/state/partTypes.ts";

export function createInspector(store: AppStore, parts: Parts): Inspector {
  let fetching: Promise<Inspector> | null = null;

  async function fetchAnswers(): Promise<Inspector> {
    const { createAnswers } = await import("#/state/inspectorAnswers.ts");
    return createAnswers(store, parts);
  }
  const answers = (): Promise<Inspector> => {
    fetching ??= fetchAnswers();
    return fetching;
  };

  return {
    point: async (...asked) => (await answers()).point(...asked),
    image: async (...asked) => (await answers()).image(...asked),
    costs: async (...asked) => (await answers()).costs(...asked),
    drawPosterior: async (...asked) => (await answers()).drawPosterior(...asked),
    reconstruct: async (...asked) => (await answers()).reconstruct(...asked),
    posteriorSpread: async (...asked) => (await answers()).posteriorSpread(...asked),
    originals: async (...asked) => (await answers()).originals(...asked),
    stripOriginals: async () => (await answers()).stripOriginals(),
    decode: async (...asked) => (await answers()).decode(...asked),
    noiseSamples: async (...asked) => (await answers()).noiseSamples(...asked),
    nextStep: async (...asked) => (await answers()).nextStep(...asked),
  };
}
