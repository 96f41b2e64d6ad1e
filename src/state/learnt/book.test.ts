import { describe, expect, it } from "vitest";
import { openLearnt } from "#/state/learnt/book.ts";
import { nothingLearnt } from "#/state/learnt/learnt.ts";
import { createTextStore } from "#/state/testing/memoryStore.ts";

const verdict = { shown: true, numbers: { kl: 0.1, active: NaN }, seed: 7, opened: 1e12 };

const open = (text: string | null) => openLearnt(createTextStore(text), 0).store.getState();

describe("what a reader did", () => {
  it("is there again on the next visit, figures that are no number too", () => {
    const text = createTextStore();
    const book = openLearnt(text, 0);
    book.noteBench("tiny-kl", { guess: 2 });
    book.noteBench("tiny-kl", { verdict });
    book.noteGoal("bottleneck");
    const again = openLearnt(text, 0).store.getState();
    expect(again).toEqual(book.store.getState());
    expect(again.benches["tiny-kl"]).toEqual({ guess: 2, shown: false, verdict });
  });

  it("is forgotten when they start over, and comes back", () => {
    const text = createTextStore();
    const book = openLearnt(text, 0);
    book.noteBench("tiny-kl", { guess: 2 });
    book.noteBench("mean-both", { shown: true });
    book.forgetBench("mean-both");
    book.forgetBenches();
    expect(openLearnt(text, 0).store.getState()).toEqual(nothingLearnt);
    book.bringBack("benches");
    expect(Object.keys(openLearnt(text, 0).store.getState().benches)).toEqual(["tiny-kl"]);
  });

  it("is forgotten as a whole, and comes back part by part", () => {
    const book = openLearnt(createTextStore(), 0);
    book.noteBench("tiny-kl", { guess: 2 });
    book.forgetAll();
    expect(book.store.getState()).toEqual(nothingLearnt);
    expect(book.forgotten.getState().goals).toBeNull();
    book.forgetAll();
    book.bringBack("benches");
    expect(book.store.getState().benches["tiny-kl"]?.guess).toBe(2);
    expect(book.forgotten.getState().benches).toBeNull();
  });

  it("is kept beside what another tab has noted meanwhile", () => {
    const text = createTextStore();
    const [one, other] = [openLearnt(text, 0), openLearnt(text, 0)];
    other.noteGoal("bottleneck");
    other.noteBench("tiny-kl", { guess: 2 });
    one.reread();
    one.noteBench("mean-both", { guess: 1 });
    const { benches, goals } = openLearnt(text, 0).store.getState();
    expect(Object.keys(benches).sort()).toEqual(["mean-both", "tiny-kl"]);
    expect(goals).toEqual(["bottleneck"]);
  });

  it("lasts as long as the page where storage is denied", () => {
    const deny = (): never => {
      throw new DOMException("denied", "SecurityError");
    };
    const book = openLearnt({ read: deny, write: deny }, 0);
    book.noteBench("tiny-kl", { guess: 1 });
    expect(book.store.getState().benches["tiny-kl"]?.guess).toBe(1);
  });
});

describe("what was stored", () => {
  it.each([null, "", "{", "[]", "null", '{"version":2,"benches":{},"goals":[]}'])(
    "is nothing where it cannot be read: %s",
    (text) => {
      expect(open(text)).toEqual(nothingLearnt);
    },
  );

  it("stands but for what makes no sense in it", () => {
    const sound = { guess: 1, shown: false, verdict: null };
    const benches = {
      "tiny-kl": sound,
      "mean-both": { ...sound, guess: 99 },
      "wrong-sign": { ...sound, verdict: { ...verdict, numbers: { kl: "many" } } },
      "sigma-exp": { ...sound, verdict: { ...verdict, opened: 1e300 } },
      "no-such-bench": sound,
    };
    const goals = ["bottleneck", "no-such-step", 4];
    expect(open(JSON.stringify({ version: 1, benches, goals }))).toEqual({
      benches: { "tiny-kl": sound },
      goals: ["bottleneck"],
    });
  });
});
