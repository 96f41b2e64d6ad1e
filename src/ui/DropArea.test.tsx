import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { DropArea } from "#/ui/DropArea.tsx";

it("shows that something is held over it, until it goes or is dropped", () => {
  const names = vi.fn();
  render(
    <DropArea
      label="Pictures"
      onDrop={({ files }) => {
        names([...files].map(({ name }) => name));
      }}
    >
      here
    </DropArea>,
  );
  const area = screen.getByRole("group", { name: "Pictures" });
  fireEvent.dragOver(area);
  expect(area).toHaveAttribute("data-over");
  fireEvent.dragLeave(area);
  expect(area).not.toHaveAttribute("data-over");
  fireEvent.dragOver(area);
  const dataTransfer = { files: [new File([], "seven.png")] };
  // Left to the browser, the file would open in place of the page.
  expect(fireEvent.drop(area, { dataTransfer })).toBe(false);
  expect(area).not.toHaveAttribute("data-over");
  expect(names).toHaveBeenCalledExactlyOnceWith(["seven.png"]);
});
