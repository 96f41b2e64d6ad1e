/** Lanes that go and come back: what is told of it, and what was open on them. */
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { compare, lane, type Compared } from "./testing/comparePage.tsx";
import { loadModesTexts } from "#/i18n/translate.ts";

beforeAll(loadModesTexts);

describe("a removed lane", () => {
  async function removed(): Promise<Compared> {
    const page = await compare();
    await page.ask("beta");
    await userEvent.click(lane(1).getByRole("button", { name: "Remove lane B" }));
    await screen.findByTestId("lane-removed");
    return page;
  }

  it("is told and offered back where the focus is, and comes back as it was set", async () => {
    await removed();
    const told = screen.getAllByRole("status").map(({ textContent }) => textContent);
    expect(told.join(" ")).toMatch(/Lane B is gone/);
    expect(screen.getByRole("button", { name: "Bring back" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await screen.findByTestId("lane-1");
    expect(lane(1).getByTestId("lane-difference")).toHaveTextContent("KL weight β 1 → 4");
    expect(screen.queryByTestId("lane-removed")).toBeNull();
    expect(lane(1).getByRole("heading", { name: "Lane B" })).toHaveFocus();
  });

  it("leaves the focus where lanes come from once the notice is dismissed", async () => {
    await removed();
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.getByTestId("add-lane")).toHaveFocus();
  });

  it("leaves the focus where it is, if that is elsewhere", async () => {
    const page = await removed();
    const train = screen.getByTestId("lanes-train");
    act(() => {
      train.focus();
    });
    await act(() => page.group.restore());
    expect(screen.queryByTestId("lane-removed")).toBeNull();
    expect(train).toHaveFocus();
  });

  it("is offered back where the focus is, also after another of that letter", async () => {
    const page = await compare();
    for (let i = 0; i < 2; i++) await act(() => page.group.add({ from: 0 }));
    for (const testId of ["lane-2", "lane-1"]) {
      await userEvent.click(lane(1).getByRole("button", { name: "Remove lane B" }));
      await waitFor(() => {
        expect(screen.queryByTestId(testId)).toBeNull();
      });
      expect(screen.getByRole("button", { name: "Bring back" })).toHaveFocus();
    }
  });

  it("comes back by Ctrl+Z, also once the notice is dismissed", async () => {
    await removed();
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByTestId("lane-removed")).toBeNull();
    await userEvent.keyboard("{Control>}z{/Control}");
    await screen.findByTestId("lane-1");
  });

  it("is no longer told of once another is being edited, whose edits Ctrl+Z undoes", async () => {
    const page = await compare();
    for (let i = 0; i < 2; i++) await act(() => page.group.add({ from: 0 }));
    await userEvent.click(lane(1).getByRole("button", { name: "Remove lane B" }));
    await screen.findByTestId("lane-removed");
    await userEvent.click(lane(1).getByRole("button", { name: "Edit the experiment of lane B" }));
    expect(screen.queryByTestId("lane-removed")).toBeNull();
    await userEvent.keyboard("{Control>}z{/Control}");
    await page.settle();
    expect(page.group.store.getState().lanes).toHaveLength(2);
  });

  it("is no longer told of once another stands there", async () => {
    const page = await removed();
    await page.ask("latent");
    expect(screen.queryByTestId("lane-removed")).toBeNull();
  });
});

describe("the drawer", () => {
  it("shows the experiment of the lane it was opened for, and gives the focus back", async () => {
    const page = await compare();
    await page.ask("beta");
    const edit = lane(1).getByRole("button", { name: "Edit the experiment of lane B" });
    await userEvent.click(edit);
    const drawer = await screen.findByRole("region", { name: "Experiment of lane B" });
    expect(await within(drawer).findByRole("heading", { name: "Experiment" })).toBeVisible();
    act(() => {
      drawer.focus();
    });
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByTestId("lane-drawer")).toBeNull();
    expect(edit).toHaveFocus();
  });

  it("stays with its lane when another goes, and goes with its own", async () => {
    const page = await compare();
    await page.ask("beta");
    for (let i = 0; i < 2; i++) await act(() => page.group.add({ from: 0 }));
    await userEvent.click(lane(2).getByRole("button", { name: "Edit the experiment of lane C" }));
    await screen.findByRole("region", { name: "Experiment of lane C" });
    await act(() => page.group.remove(1));
    expect(screen.getByTestId("lane-drawer")).toHaveAccessibleName("Experiment of lane B");
    await act(() => page.group.remove(1));
    expect(screen.queryByTestId("lane-drawer")).toBeNull();
  });
});

describe("on a phone", () => {
  beforeEach(() => {
    // No window is as wide as any layout asks for.
    const list = Object.assign(new EventTarget(), { matches: false });
    vi.stubGlobal("matchMedia", () => list);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("the lane that is shown stays when another goes, and one that comes back is shown", async () => {
    const page = await compare();
    for (let i = 0; i < 2; i++) await act(() => page.group.add({ from: 0 }));
    const shown = () => screen.getByRole("tab", { selected: true }).textContent;
    expect(shown()).toBe("Lane C");
    await act(() => page.group.remove(1));
    expect(shown()).toBe("Lane B");
    expect(screen.getByTestId("lane-1")).toBeVisible();
    await act(() => page.group.restore());
    expect(page.group.store.getState().lanes).toHaveLength(3);
    expect(shown()).toBe("Lane B");
  });
});
