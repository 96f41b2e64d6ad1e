import { describe, expect, it } from "vitest";
import { LockStep, type Turns } from "#/worker/host/lockStep.ts";

const going = new AbortController().signal;
const passed = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A lane that takes steps of `batch` images, and writes its name down at each. */
function lane(lockStep: LockStep, id: number, batch: number, taken: number[]) {
  const turns = lockStep.of(id);
  const at = { seen: 0 };
  return {
    turns,
    at,
    async train(steps: number) {
      for (let i = 0; i < steps; i++) {
        await turns.next(() => at.seen, going);
        taken.push(id);
        at.seen += batch;
        turns.taken();
        await Promise.resolve();
      }
      turns.leave();
    },
  };
}

/** Asks for a turn, and tells whether it has come. */
function asking(turns: Turns, seen: number, signal = going) {
  const turn = { come: false };
  void turns.next(() => seen, signal).then(() => (turn.come = true));
  return turn;
}

describe("lanes that train", () => {
  it("take turns, the lower number first", async () => {
    const lockStep = new LockStep();
    const taken: number[] = [];
    const [a, b, c] = [0, 1, 2].map((id) => lane(lockStep, id, 8, taken));
    await Promise.all([c?.train(3), a?.train(3), b?.train(3)]);
    // The first to ask was alone.
    expect(taken.slice(1)).toEqual([0, 1, 0, 1, 2, 0, 1, 2]);
  });

  it("stay level in images seen, whatever their batches", async () => {
    const lockStep = new LockStep();
    const taken: number[] = [];
    const [a, b] = [lane(lockStep, 0, 100, taken), lane(lockStep, 1, 25, taken)];
    await Promise.all([a.train(3), b.train(12)]);
    expect(taken).toEqual([0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1]);
  });

  it("know whether they train alone, which those that wait end too", async () => {
    const lockStep = new LockStep();
    const [a, b] = [lockStep.of(0), lockStep.of(1)];
    expect(a.alone).toBe(true);
    await a.next(() => 0, going);
    expect([a.alone, b.alone]).toEqual([true, false]);
    asking(b, 20);
    expect(a.alone).toBe(false);
    b.leave();
    expect(a.alone).toBe(true);
  });

  it("go on when one leaves, and catch up when it comes back", async () => {
    const lockStep = new LockStep();
    const [a, b] = [lockStep.of(0), lockStep.of(1)];
    await a.next(() => 10, going);
    const waits = asking(b, 20);
    await passed();
    expect(waits.come).toBe(false);
    a.leave();
    await passed();
    expect(waits.come).toBe(true);
    // Back, with fewer images: its turn comes first.
    const [again, other] = [asking(a, 10), asking(b, 30)];
    await passed();
    expect([again.come, other.come]).toEqual([true, false]);
    expect(lockStep.lanes).toBe(2);
    a.leave();
    b.leave();
    expect(lockStep.lanes).toBe(0);
  });

  it("do not wait for one that is done with its step", async () => {
    const lockStep = new LockStep();
    const [a, b] = [lockStep.of(0), lockStep.of(1)];
    let seen = 0;
    await a.next(() => seen, going);
    const waits = asking(b, 0);
    await passed();
    expect(waits.come).toBe(false);
    seen = 10;
    a.taken();
    await passed();
    expect(waits.come).toBe(true);
  });

  it("let go of one that is stopped while it waits", async () => {
    const lockStep = new LockStep();
    const [a, b] = [lockStep.of(0), lockStep.of(1)];
    await a.next(() => 0, going);
    const stop = new AbortController();
    const waits = asking(b, 5, stop.signal);
    await passed();
    expect(waits.come).toBe(false);
    stop.abort();
    await passed();
    expect(waits.come).toBe(true);
    const late = asking(b, 5, stop.signal);
    await passed();
    expect(late.come).toBe(true);
  });
});
