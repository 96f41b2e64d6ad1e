/**
 * Follows the run with a diagnosis: looks at curves and pictures as they come, and tells the one
 * finding that has held for long enough. What may be said is core/diagnosis.
 */
import { type ChipState, follow, noFindings, toldOf } from "#/core/diagnosis/chip.ts";
import { gatherFacts, type Subject } from "#/core/diagnosis/facts.ts";
import { findingIds } from "#/core/diagnosis/findings.ts";
import { findingsOf } from "#/core/diagnosis/rules.ts";
import { landmarksOf } from "#/core/metrics/landmarks.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import type { AppState } from "#/state/types.ts";

/** Looking costs a millisecond or two, and nothing worth telling changes faster. */
const REST = 500;

const unknown = { untrained: null, meanImage: null, floor: null } as const;

function subjectOf({ config, dataset, dataSets }: AppState): Subject | null {
  if (dataset === null) return null;
  const [height, width, channels] = dataset.shape;
  const entry = dataSets.find(({ id }) => id === config.data.set);
  return {
    config,
    pixels: height * width * channels,
    imagesPerEpoch: Math.min(config.data.trainLimit ?? Infinity, dataset.train),
    landmarks: entry === undefined ? unknown : landmarksOf(config, entry),
  };
}

/** Returns how to stop it. */
export function followRun(store: AppStore, { deps, metrics, frames }: Parts): () => void {
  let runId = 0;
  let chip: ChipState = noFindings;
  let lookedAt = -Infinity;

  function look(): void {
    const state = store.getState();
    const ms = deps.now();
    if (state.runId !== runId) {
      runId = state.runId;
      chip = noFindings;
    } else if (ms - lookedAt < REST) return;
    lookedAt = ms;
    const subject = subjectOf(state);
    if (subject === null) return;
    const picture = frames.list().at(-1)?.frame ?? null;
    const facts = gatherFacts(subject, metrics.current, picture);
    if (facts === null) return;
    chip = follow(chip, findingsOf(facts), { step: facts.step, ms });
    const diagnosis = toldOf(chip, findingIds);
    if (diagnosis !== null || state.diagnosis !== null) store.setState({ diagnosis });
  }

  const stops = [metrics.subscribe(look), frames.subscribe(look)];
  return () => {
    for (const stop of stops) stop();
  };
}
