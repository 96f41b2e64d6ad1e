/**
 * The training terms on their way to the page: a step is noted when it is enqueued, its terms arrive
 * later, and a batch of columns leaves at each report. Keeps nothing that was sent.
 */
import type { LossTerms } from "#/core/training/terms.ts";
import type { MetricsBatch } from "#/worker/protocol/messages.ts";

export interface StepNote {
  /** 1 for the first step taken. */
  readonly step: number;
  readonly imagesSeen: number;
  readonly beta: number;
  readonly learningRate: number;
}

type Row = StepNote & { readonly terms: LossTerms };

/** In single precision, as it is sent and drawn. */
const isNumber = (value: number) => Number.isFinite(Math.fround(value));

const isSound = ({ total, reconstruction, kl }: LossTerms) =>
  isNumber(total) && isNumber(reconstruction) && isNumber(kl);

export class MetricsLog {
  #awaited: StepNote[] = [];
  #rows: Row[] = [];
  #tests: { step: number; terms: LossTerms }[] = [];
  #sum = { total: 0, reconstruction: 0, kl: 0, count: 0 };

  /** A step whose terms will come. */
  expect(note: StepNote): void {
    this.#awaited.push(note);
  }

  /** Steps enqueued whose terms have not been read. */
  get unread(): number {
    return this.#awaited.length;
  }

  /**
   * Terms in the order of the steps. Returns the first step whose loss is not a number; it and what
   * follows is not recorded.
   */
  settle(terms: readonly LossTerms[]): StepNote | null {
    for (const value of terms) {
      const note = this.#awaited.shift();
      if (note === undefined) break;
      if (!isSound(value)) return note;
      this.#rows.push({ ...note, terms: value });
      this.#sum.total += value.total;
      this.#sum.reconstruction += value.reconstruction;
      this.#sum.kl += value.kl;
      this.#sum.count++;
    }
    return null;
  }

  addTest(step: number, terms: LossTerms): void {
    this.#tests.push({ step, terms });
  }

  /** What there is to report since the last call; null when nothing. */
  drain(): MetricsBatch | null {
    const rows = this.#rows;
    const test = this.#tests;
    if (rows.length === 0 && test.length === 0) return null;
    this.#rows = [];
    this.#tests = [];
    return {
      steps: Uint32Array.from(rows, (row) => row.step),
      imagesSeen: Float64Array.from(rows, (row) => row.imagesSeen),
      reconstruction: Float32Array.from(rows, (row) => row.terms.reconstruction),
      kl: Float32Array.from(rows, (row) => row.terms.kl),
      beta: Float32Array.from(rows, (row) => row.beta),
      learningRate: Float32Array.from(rows, (row) => row.learningRate),
      test,
    };
  }

  /** Forgets steps that will have no terms: the model went back to a checkpoint. */
  forget(): void {
    this.#awaited = [];
  }

  /** Starts the mean of a new `train` call. */
  beginMean(): void {
    this.#sum = { total: 0, reconstruction: 0, kl: 0, count: 0 };
  }

  /** Mean over the steps since `beginMean`; NaN over none. */
  mean(): LossTerms {
    const { total, reconstruction, kl, count } = this.#sum;
    return { total: total / count, reconstruction: reconstruction / count, kl: kl / count };
  }
}
