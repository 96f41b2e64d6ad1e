import { expect, it } from "vitest";
import { pushUndo, redo, settle, startUndo, undo } from "#/core/experiment/undo.ts";

it("goes back and forth", () => {
  let history = pushUndo(pushUndo(startUndo("a"), "b", null), "c", null);
  history = undo(history);
  expect(history.present).toBe("b");
  history = undo(history);
  expect(history.present).toBe("a");
  expect(undo(history)).toBe(history);
  history = redo(redo(history));
  expect(history.present).toBe("c");
  expect(redo(history)).toBe(history);
});

it("forgets the future when something new happens", () => {
  const history = pushUndo(undo(pushUndo(startUndo(1), 2, null)), 3, null);
  expect(history).toMatchObject({ past: [1], present: 3, future: [] });
});

it("takes the drag of one slider as one edit, until the hand lifts", () => {
  let history = startUndo(0);
  for (const value of [1, 2, 3]) history = pushUndo(history, value, "objective.beta");
  expect(history.past).toEqual([0]);
  history = pushUndo(settle(history), 4, "objective.beta");
  expect(history.past).toEqual([0, 3]);
  history = pushUndo(history, 5, "optimizer.learningRate");
  expect(history.past).toEqual([0, 3, 4]);
});

it("does not join an edit to the one it undid", () => {
  const history = undo(pushUndo(startUndo(0), 1, "objective.beta"));
  expect(pushUndo(history, 2, "objective.beta").past).toEqual([0]);
});

it("keeps the newest two hundred", () => {
  let history = startUndo(0);
  for (let i = 1; i <= 250; i++) history = pushUndo(history, i, null);
  expect(history.past.length).toBe(200);
  expect(history.past.at(-1)).toBe(249);
});
