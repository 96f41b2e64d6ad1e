import { expect, it } from "vitest";
import { MetricsLog } from "#/worker/host/metricsLog.ts";
import { PaceMeter } from "#/worker/host/pace.ts";

const note = (step: number) => ({ step, imagesSeen: step * 8, beta: 1, learningRate: 0.1 });
const lossTerms = (total: number) => ({ total, reconstruction: total - 1, kl: 1 });
/** As written it is a tenth of what it is per image. */
const terms = (total: number) => ({ loss: lossTerms(total / 10), perImage: lossTerms(total) });

it("joins terms to their steps, however late they come", () => {
  const log = new MetricsLog();
  for (const step of [1, 2, 3]) log.expect(note(step));
  log.settle([terms(10), terms(8)]);
  log.addTest(2, lossTerms(9));
  log.addValidation({ step: 2, ...terms(7) });
  expect(log.unread).toBe(1);
  const batch = log.drain();
  expect([...(batch?.steps ?? [])]).toEqual([1, 2]);
  expect([...(batch?.reconstruction ?? [])]).toEqual([9, 7]);
  expect(batch?.test).toEqual([{ step: 2, terms: lossTerms(9) }]);
  expect(batch?.validation).toEqual([{ step: 2, ...terms(7) }]);
  expect([...(batch?.lossTotal ?? [])]).toEqual([1, Math.fround(0.8)]);
  expect(log.drain()).toBeNull();
  log.settle([terms(6)]);
  expect(log.mean().perImage.total).toBe(8);
  expect(log.mean().loss.total).toBeCloseTo(0.8, 12);
});

it("stops at the first loss that is no number, in the precision it is sent in", () => {
  const log = new MetricsLog();
  for (const step of [1, 2, 3]) log.expect(note(step));
  expect(log.settle([terms(10), terms(1e39), terms(3)])).toEqual({
    step: 2,
    term: "reconstruction",
  });
  expect([...(log.drain()?.steps ?? [])]).toEqual([1]);
});

it("measures a step without what it took to compile", () => {
  const pace = new PaceMeter();
  pace.steps(1, 500);
  pace.read(0);
  expect(pace.msPerStep).toBe(500);
  for (let i = 0; i < 4; i++) pace.steps(1, 2);
  pace.read(12);
  expect(pace.msPerStep).toBe(5);
  expect(pace.trainedMs).toBe(520);
  pace.mark(0, 0);
  pace.mark(500, 100);
  expect(pace.imagesPerSecond).toBe(200);
});

it("tells JavaScript's part of a step, whether steps go off one by one or together", () => {
  const [single, together] = [new PaceMeter(), new PaceMeter()];
  for (let i = 0; i < 40; i++) single.steps(1, i < 20 ? 3 : 1);
  together.steps(20, 60);
  together.steps(20, 20);
  expect(single.jsMsPerStep).toBeCloseTo(2, 10);
  expect(together.jsMsPerStep).toBeCloseTo(2, 10);
});
