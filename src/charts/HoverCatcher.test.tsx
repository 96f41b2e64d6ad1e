import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { HoverCatcher } from "#/charts/HoverCatcher.tsx";

const area = { left: 20, top: 0, width: 200, height: 50 };

function show(valueAt: (share: number) => number | null) {
  const onHover = vi.fn();
  const onPick = vi.fn();
  render(
    <svg role="img">
      <HoverCatcher area={area} valueAt={valueAt} onHover={onHover} onPick={onPick} />
    </svg>,
  );
  const surface = screen.getByRole("img").firstElementChild ?? document.body;
  // Drawn at half its size, 100 pixels from the left of the window.
  vi.spyOn(surface, "getBoundingClientRect").mockReturnValue(new DOMRect(100, 0, 100, 25));
  return { surface, onHover, onPick };
}

it("tells the value under the pointer at whatever size it is drawn, kept to the plot", () => {
  const { surface, onHover, onPick } = show((share) => 10 * share);
  fireEvent.pointerMove(surface, { clientX: 150 });
  expect(onHover).toHaveBeenLastCalledWith(5);
  fireEvent.pointerMove(surface, { clientX: 240 });
  expect(onHover).toHaveBeenLastCalledWith(10);
  fireEvent.pointerLeave(surface);
  expect(onHover).toHaveBeenLastCalledWith(null);
  fireEvent.click(surface, { clientX: 125 });
  expect(onPick).toHaveBeenCalledExactlyOnceWith(2.5);
});

it("picks nothing where the scale has no value", () => {
  const { surface, onHover, onPick } = show(() => null);
  fireEvent.pointerMove(surface, { clientX: 150 });
  expect(onHover).toHaveBeenLastCalledWith(null);
  fireEvent.click(surface, { clientX: 150 });
  expect(onPick).not.toHaveBeenCalled();
});
