import { expect, it } from "vitest";
import { affordablePoints, PreviewSchedule } from "#/worker/host/previewSchedule.ts";

it("shows the first burst whatever it takes, unless a picture is very slow", () => {
  const quick = new PreviewSchedule();
  quick.sent(0, 0, 100, 0);
  expect([1, 2, 3, 4].map((step) => quick.due(step, 5, 5, 1))).toEqual([true, true, false, true]);
  const slow = new PreviewSchedule();
  slow.sent(0, 0, 500, 0);
  expect(slow.due(1, 5, 5, 1)).toBe(false);
  expect(slow.due(3, 2500, 2000, 1)).toBe(true);
});

it("then waits a quarter of a second and four times the cost of the last", () => {
  const schedule = new PreviewSchedule();
  schedule.sent(200, 1000, 30, 900);
  expect(schedule.due(200, 9000, 9000, 1)).toBe(false);
  expect(schedule.due(210, 1249, 1200, 1)).toBe(false);
  expect(schedule.due(210, 1250, 1200, 1)).toBe(true);
  schedule.sent(210, 1250, 100, 1200);
  expect(schedule.due(220, 1600, 1599, 1)).toBe(false);
  expect(schedule.due(220, 1651, 1600, 1)).toBe(true);
});

it("waits longer beside other lanes, unless pictures cost next to nothing", () => {
  const schedule = new PreviewSchedule();
  schedule.sent(200, 1000, 20, 900);
  const later = (ms: number, lanes: number) => schedule.due(210, 1000 + ms, 2000, lanes);
  expect([later(250, 1), later(499, 2), later(500, 2), later(750, 3), later(999, 4)]).toEqual([
    ...[true, false, true, true, false],
  ]);
  const quick = new PreviewSchedule();
  quick.sent(200, 1000, 6, 900);
  expect([quick.due(210, 1299, 2000, 4), quick.due(210, 1300, 2000, 4)]).toEqual([false, true]);
});

it("carries a decoder with the early frames and each fifth", () => {
  const schedule = new PreviewSchedule();
  const carried = [0, 1, 2, 200, 210, 220, 230, 240, 250].map((step) => {
    const wants = schedule.wantsDecoder(step);
    schedule.sent(step, 0, 0, 0);
    return wants;
  });
  expect(carried).toEqual([true, true, true, false, false, false, false, true, false]);
});

it("encodes fewer points where they are slow, and more at rest", () => {
  expect([0.02, 0.15, 0.3, 5].map((ms) => affordablePoints(ms, true))).toEqual([
    1000, 500, 250, 100,
  ]);
  expect([0.02, 0.8, 50].map((ms) => affordablePoints(ms, false))).toEqual([5000, 2000, 100]);
});
