import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { FigureTable } from "#/ui/FigureTable.tsx";

const rows = [
  ["0", "543.2"],
  ["1", "210.4"],
];

it("is reached by keyboard, by its name", async () => {
  render(<FigureTable name="Loss" heads={["Step", "Nats"]} rows={rows} />);
  await userEvent.tab();
  expect(screen.getByRole("region", { name: "Loss" })).toHaveFocus();
});

it("says which step a figure is of", () => {
  render(<FigureTable name="Loss" heads={["Step", "Nats"]} rows={rows} />);
  const row = screen.getByRole("rowheader", { name: "1" }).closest("tr");
  expect(within(row ?? document.body).getByRole("cell")).toHaveTextContent("210.4");
  expect(screen.getAllByRole("columnheader")).toHaveLength(2);
});
