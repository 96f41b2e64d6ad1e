import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { ClassSelect } from "#/ui/ClassSelect.tsx";

it("chooses a class by its number, and every class by null", async () => {
  const onChange = vi.fn();
  const { rerender } = render(
    <ClassSelect label="Class" classes={["shirt", "bag"]} value={null} onChange={onChange} />,
  );
  const select = screen.getByLabelText("Class");
  expect(select).toHaveDisplayValue("every class");
  await userEvent.selectOptions(select, "shirt");
  expect(onChange).toHaveBeenLastCalledWith(0);
  rerender(<ClassSelect label="Class" classes={["shirt", "bag"]} value={0} onChange={onChange} />);
  expect(select).toHaveDisplayValue("shirt");
  await userEvent.selectOptions(select, "every class");
  expect(onChange).toHaveBeenLastCalledWith(null);
});
