import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { ExperimentRail } from "#/features/setup/ExperimentRail.tsx";

it("opens the drawer, and shows that something waits", async () => {
  const { app, settle } = await renderWithApp(<ExperimentRail />);
  const rail = screen.getByRole("button", { name: /open the experiment/ });
  expect(rail).toHaveAttribute("aria-expanded", "false");
  expect(rail.querySelectorAll("span")).toHaveLength(5);
  fireEvent.click(rail);
  expect(app.store.getState().drawerOpen).toBe(true);
  app.store.getState().edit({ model: { latent: 8 } });
  await settle();
  expect(rail).toHaveAttribute("data-waiting");
});
