/** How fast training goes, from the time its own jobs take and from the clock on the wall. */

const reads = 16;
const windowMs = 2000;

export class PaceMeter {
  /** Work and steps between two reads of the terms, newest last. */
  #spans: { ms: number; steps: number }[] = [];
  #ms = 0;
  #jsMs = 0;
  #jsSteps = 0;
  #steps = 0;
  #total = 0;
  #marks: { time: number; images: number }[] = [];
  #first = true;

  /** So many steps were enqueued in `ms`. */
  steps(count: number, ms: number): void {
    this.#ms += ms;
    this.#steps += count;
    this.#total += ms;
    this.#jsSteps += count;
    const remembered = Math.max(count, Math.min(this.#jsSteps, 50));
    this.#jsMs += (count / remembered) * (ms / count - this.#jsMs);
  }

  /** The terms were read in `ms`: on a GPU this is where its work is waited for. */
  read(ms: number): void {
    this.#total += ms;
    if (this.#steps === 0) return;
    // The first span holds the compilation of kernels, which no later step pays again.
    if (this.#first && this.#spans.length === 1) {
      this.#spans = [];
      this.#first = false;
    }
    this.#spans.push({ ms: this.#ms + ms, steps: this.#steps });
    if (this.#spans.length > reads) this.#spans.shift();
    this.#ms = 0;
    this.#steps = 0;
  }

  /** Time of one step, all of it; 0 before the first. */
  get msPerStep(): number {
    const steps = this.#spans.reduce((sum, span) => sum + span.steps, 0);
    return steps === 0 ? 0 : this.#spans.reduce((sum, span) => sum + span.ms, 0) / steps;
  }

  /** JavaScript's part of it. */
  get jsMsPerStep(): number {
    return this.#jsMs;
  }

  /** Milliseconds spent training since the meter was made. */
  get trainedMs(): number {
    return this.#total;
  }

  /** Another engine takes the steps from now on: its pace is its own. */
  forget(): void {
    this.#spans = [];
    this.#ms = 0;
    this.#jsMs = 0;
    this.#jsSteps = 0;
    this.#steps = 0;
    this.#first = true;
  }

  /** Notes how many images had been seen at a time; only the last two seconds count. */
  mark(time: number, images: number): void {
    this.#marks.push({ time, images });
    while (this.#marks.length > 2 && time - (this.#marks[0]?.time ?? time) > windowMs) {
      this.#marks.shift();
    }
  }

  /** Training begins anew after a rest. */
  restart(): void {
    this.#marks = [];
  }

  get imagesPerSecond(): number {
    const first = this.#marks[0];
    const last = this.#marks.at(-1);
    if (first === undefined || last === undefined || last.time <= first.time) return 0;
    return (1000 * (last.images - first.images)) / (last.time - first.time);
  }
}
