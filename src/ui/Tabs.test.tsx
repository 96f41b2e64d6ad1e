import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { Tabs } from "./Tabs.tsx";

type Name = "a" | "b" | "c";

function Three() {
  const [value, setValue] = useState<Name>("a");
  const names: readonly Name[] = ["a", "b", "c"];
  return (
    <Tabs
      label="Three"
      value={value}
      onChange={setValue}
      tabs={names.map((name) => ({ value: name, label: `Tab ${name}`, panel: `panel ${name}` }))}
    />
  );
}

it("shows one named panel at a time", async () => {
  render(<Three />);
  expect(screen.getByRole("tabpanel", { name: "Tab a" })).toHaveTextContent("panel a");
  await userEvent.click(screen.getByRole("tab", { name: "Tab b" }));
  expect(screen.getByRole("tabpanel", { name: "Tab b" })).toHaveTextContent("panel b");
  expect(screen.queryByText("panel a")).toBeNull();
});

it("is one stop for Tab, and arrows, Home and End choose", async () => {
  render(<Three />);
  await userEvent.tab();
  expect(screen.getByRole("tab", { name: "Tab a" })).toHaveFocus();
  await userEvent.keyboard("{ArrowLeft}");
  expect(screen.getByRole("tab", { name: "Tab c" })).toHaveFocus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(screen.getByRole("tab", { name: "Tab b" })).toHaveAttribute("aria-selected", "true");
  await userEvent.keyboard("{End}{Home}");
  expect(screen.getByRole("tab", { name: "Tab a" })).toHaveFocus();
});
