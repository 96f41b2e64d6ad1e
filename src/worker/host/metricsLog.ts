/**
 * The training terms on their way to the page: a step is noted when it is enqueued, its terms arrive
 * later, and a batch of columns leaves at each report. Keeps nothing that was sent.
 */
import type { LossTerms } from "#/core/training/terms.ts";
import type { StepTerms } from "#/engine/engine.ts";
import type { MetricsBatch } from "#/worker/protocol/run.ts";

export interface StepNote {
  /** 1 for the first step taken. */
  readonly step: number;
  readonly imagesSeen: number;
  readonly beta: number;
  readonly learningRate: number;
}

/** The first step whose loss is not a number, and the part of it that is not. */
export interface Divergence {
  readonly step: number;
  readonly term: "reconstruction" | "kl";
}

type Row = StepNote & StepTerms;
type Validation = MetricsBatch["validation"][number];

/** In single precision, as it is sent and drawn. */
const isNumber = (value: number) => Number.isFinite(Math.fround(value));

const isSound = ({ total, reconstruction, kl }: LossTerms) =>
  isNumber(total) && isNumber(reconstruction) && isNumber(kl);

export class MetricsLog {
  #awaited: StepNote[] = [];
  #rows: Row[] = [];
  #tests: { step: number; terms: LossTerms }[] = [];
  #validations: Validation[] = [];
  #loss = new Mean();
  #perImage = new Mean();

  /** A step whose terms will come. */
  expect(note: StepNote): void {
    this.#awaited.push(note);
  }

  /** Steps enqueued whose terms have not been read. */
  get unread(): number {
    return this.#awaited.length;
  }

  /** Terms in the order of the steps. What diverged, and what follows it, is not recorded. */
  settle(terms: readonly StepTerms[]): Divergence | null {
    for (const value of terms) {
      const note = this.#awaited.shift();
      if (note === undefined) break;
      if (!isSound(value.loss) || !isSound(value.perImage)) {
        const { loss, perImage } = value;
        const reconstructs = isNumber(loss.reconstruction) && isNumber(perImage.reconstruction);
        return { step: note.step, term: reconstructs ? "kl" : "reconstruction" };
      }
      this.#rows.push({ ...note, ...value });
      this.#loss.add(value.loss);
      this.#perImage.add(value.perImage);
    }
    return null;
  }

  addTest(step: number, terms: LossTerms): void {
    this.#tests.push({ step, terms });
  }

  addValidation(validation: Validation): void {
    this.#validations.push(validation);
  }

  /** What there is to report since the last call; null when nothing. */
  drain(): MetricsBatch | null {
    const [rows, test, validation] = [this.#rows, this.#tests, this.#validations];
    if (rows.length + test.length + validation.length === 0) return null;
    this.#rows = [];
    this.#tests = [];
    this.#validations = [];
    const column = (value: (row: Row) => number) => Float32Array.from(rows, value);
    return {
      steps: Uint32Array.from(rows, (row) => row.step),
      imagesSeen: Float64Array.from(rows, (row) => row.imagesSeen),
      reconstruction: column((row) => row.perImage.reconstruction),
      kl: column((row) => row.perImage.kl),
      total: column((row) => row.perImage.total),
      lossReconstruction: column((row) => row.loss.reconstruction),
      lossKl: column((row) => row.loss.kl),
      lossTotal: column((row) => row.loss.total),
      beta: column((row) => row.beta),
      learningRate: column((row) => row.learningRate),
      test,
      validation,
    };
  }

  /** Forgets steps that will have no terms: the model went back to a checkpoint. */
  forget(): void {
    this.#awaited = [];
  }

  /** Takes back what was learnt of steps after `step` and not told. */
  withdraw(step: number): void {
    this.#rows = this.#rows.filter((row) => row.step <= step);
  }

  /** Starts the mean of a new `train` call. */
  beginMean(): void {
    this.#loss = new Mean();
    this.#perImage = new Mean();
  }

  /** Means over the steps since `beginMean`; NaN over none. */
  mean(): StepTerms {
    return { loss: this.#loss.value, perImage: this.#perImage.value };
  }
}

class Mean {
  #total = 0;
  #reconstruction = 0;
  #kl = 0;
  #count = 0;

  add({ total, reconstruction, kl }: LossTerms): void {
    this.#total += total;
    this.#reconstruction += reconstruction;
    this.#kl += kl;
    this.#count++;
  }

  get value(): LossTerms {
    const count = this.#count;
    return {
      total: this.#total / count,
      reconstruction: this.#reconstruction / count,
      kl: this.#kl / count,
    };
  }
}
