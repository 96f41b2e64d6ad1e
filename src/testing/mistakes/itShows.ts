/** What every mistake of the bench is held to, on real digits: it shows, and only while it is there. */
import { beforeAll, expect, it } from "vitest";
import type { Evidence, LaneEvidence, Mistake, MistakeId } from "#/core/bench/mistake.ts";
import { mistakes } from "#/core/bench/mistakes.ts";
import { trainLane } from "#/testing/mistakes/trainLane.ts";

/** Milliseconds; a lane takes some six seconds of a processor, and others may be at work. */
const patience = 120_000;

export function itShows(ids: readonly MistakeId[]): void {
  beforeAll(async () => {
    // Lane B of most of them: what a test takes is then its own.
    const { repaired, steps, evaluated } = mistakes["mean-reconstruction"];
    await trainLane(repaired, steps, evaluated);
  }, patience);

  it.each(ids)(
    "%s shows, and no more once it is repaired",
    async (id) => {
      const mistake = mistakes[id];
      const evidence = await train(mistake);
      const verdict = mistake.verdict(evidence);
      expect(verdict.shown, JSON.stringify(verdict.numbers)).toBe(true);
      const faulty = silentlyRepaired(id, evidence.repaired);
      expect(mistake.verdict({ ...evidence, faulty }).shown).toBe(false);
    },
    patience,
  );
}

/** One lane after the other: they never depend on each other. */
async function train({ faulty, repaired, steps, evaluated }: Mistake): Promise<Evidence> {
  return {
    faulty: await trainLane(faulty, steps, evaluated),
    repaired: await trainLane(repaired, steps, evaluated),
  };
}

/** Lane A as it is without its fault: lane B, whose z come from the prior. */
function silentlyRepaired(id: MistakeId, repaired: LaneEvidence): LaneEvidence {
  if (id !== "noise-image") return repaired;
  return { ...repaired, noiseDiversity: repaired.evaluation?.diversity ?? null };
}
