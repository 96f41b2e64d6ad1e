import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it, vi } from "vitest";
import { SlowPanel } from "#/features/slow/SlowPanel.tsx";
import { loadModesTexts } from "#/i18n/translate.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

beforeAll(loadModesTexts);

it("keeps its head in sight over what scrolls", async () => {
  const close = vi.fn();
  await renderWithApp(<SlowPanel onClose={close} />);
  const panel = screen.getByRole("complementary", { name: "Slow motion" });
  const head = within(panel).getByRole("banner");
  expect(within(head).getByRole("heading", { name: "Slow motion" })).toBeVisible();
  expect(head).not.toContainElement(await screen.findByTestId("slow"));
  await userEvent.click(within(head).getByRole("button"));
  expect(close).toHaveBeenCalledOnce();
});
