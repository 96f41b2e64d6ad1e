import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { FaultBanner } from "./FaultBanner.tsx";
import { GuideLine } from "./GuideLine.tsx";
import { LiveRegion } from "./LiveRegion.tsx";
import { TransportBar } from "./TransportBar.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

// Lazy chunks are compiled on first use, which on a busy machine outlasts a query's patience.
beforeAll(async () => {
  await Promise.all([
    import("#/ui/MenuBody.tsx"),
    import("#/ui/PopoverBody.tsx"),
    import("./SharePanel.tsx"),
  ]);
});

const bar = <TransportBar modes={null} plays onShowKeys={vi.fn()} onSlowMotion={vi.fn()} />;

describe("TransportBar", () => {
  it("opens slow motion from the speed menu", async () => {
    const slow = vi.fn();
    await renderWithApp(
      <TransportBar modes={null} plays onShowKeys={vi.fn()} onSlowMotion={slow} />,
    );
    await userEvent.click(screen.getByRole("button", { name: "Speed" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Slow motion" }));
    expect(slow).toHaveBeenCalledOnce();
  });

  it("trains and pauses by the one filled button, and says which", async () => {
    const page = await renderWithApp(bar);
    const button = screen.getByTestId("transport-train");
    expect(button).toHaveTextContent("Train");
    await userEvent.click(button);
    await page.train(12);
    expect(button).toHaveTextContent("Pause");
    expect(screen.getByTestId("run-status")).toHaveTextContent("Training");
    await userEvent.click(button);
    await page.settle();
    expect(screen.getByTestId("run-status")).toHaveTextContent("Paused");
  });

  it("shows epoch, step and rate", async () => {
    const page = await renderWithApp(bar);
    await page.train(30);
    expect(screen.getByTestId("run-status")).toHaveTextContent(/epoch 1 of \d+.*step 30/);
  });

  it("steps by one, and by more from the menu", async () => {
    const page = await renderWithApp(bar);
    const train = vi.fn(() => Promise.resolve());
    page.app.store.setState({ train });
    await userEvent.click(screen.getByRole("button", { name: "Step" }));
    expect(train).toHaveBeenCalledWith({ steps: 1 });
    await userEvent.click(screen.getByRole("button", { name: "Step by more" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "1 epoch" }));
    expect(train).toHaveBeenLastCalledWith({ epochs: 1 });
  });

  it("resets with the same seed, or a new one from the menu", async () => {
    const page = await renderWithApp(bar);
    const reset = vi.fn(() => Promise.resolve());
    page.app.store.setState({ reset });
    await userEvent.click(screen.getByRole("button", { name: "Reset" }));
    expect(reset).toHaveBeenCalledWith({ newSeed: false });
    await userEvent.click(screen.getByRole("button", { name: "Ways to reset" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "With a new seed" }));
    expect(reset).toHaveBeenLastCalledWith({ newSeed: true });
  });

  it("slows the run down", async () => {
    const page = await renderWithApp(bar);
    await userEvent.click(screen.getByRole("button", { name: "Speed" }));
    await userEvent.click(await screen.findByRole("menuitemradio", { name: "1 step a second" }));
    expect(page.app.store.getState().pace).toBe(1000);
  });

  it("names the backend and gives a report to paste", async () => {
    await renderWithApp(bar);
    const chip = screen.getByTestId("backend");
    await userEvent.click(chip);
    const report = await screen.findByLabelText("Report, to paste into a bug");
    expect(report).toHaveTextContent(/backend: \w+/);
    expect(report).toHaveAttribute("readonly");
  });

  it("shares a link that can wait for Train", async () => {
    await renderWithApp(bar);
    await userEvent.click(screen.getByRole("button", { name: "Share" }));
    const link = await screen.findByLabelText("Link");
    expect(link).toHaveTextContent("preset=mnist-dense-2");
    await userEvent.click(screen.getByLabelText("Waits for Train"));
    expect(link).toHaveTextContent("autostart=0");
    expect(screen.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  });

  it("switches theme and language by one press each", async () => {
    const page = await renderWithApp(bar);
    await userEvent.click(screen.getByRole("button", { name: "Theme: As the system" }));
    expect(page.app.store.getState().theme).toBe("light");
    await userEvent.click(screen.getByRole("button", { name: "中文" }));
    expect(page.app.store.getState().language).toBe("zh-CN");
  });
});

describe("FaultBanner", () => {
  it("says what happened, what was kept and what to do, and tries again", async () => {
    const page = await renderWithApp(<FaultBanner />);
    const retryData = vi.fn(() => Promise.resolve());
    act(() => {
      page.app.store.setState({
        retryData,
        fault: { code: "chunk-missing", message: "m", hint: "h", values: { file: "a.bin" } },
      });
    });
    const error = screen.getByTestId("error");
    expect(error).toHaveTextContent("The data file a.bin could not be fetched.");
    expect(error).toHaveTextContent("not comparable");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(retryData).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => {
      expect(screen.queryByTestId("error")).toBeNull();
    });
  });

  it("offers no second try where none would help", async () => {
    const page = await renderWithApp(<FaultBanner />);
    act(() => {
      page.app.store.setState({
        fault: { code: "loss-not-finite", message: "NaN.", hint: "h", values: { step: 12 } },
      });
    });
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });
});

describe("GuideLine", () => {
  it("counts, then speaks of the picture, then offers what to try next", async () => {
    const page = await renderWithApp(<GuideLine />);
    await page.train(10);
    expect(screen.getByText(/digits seen\. Drag the dot\./)).toBeVisible();
    act(() => {
      page.app.store.getState().movePlane([1, 1], "hand");
    });
    expect(screen.getByText("Two numbers make this picture.")).toBeVisible();
    act(() => {
      page.app.store.setState({ phase: "done" });
    });
    const edit = vi.fn(() => null);
    const restart = vi.fn(() => Promise.resolve());
    page.app.store.setState({ edit, restart });
    await userEvent.click(await screen.findByRole("button", { name: "20 dimensions" }));
    expect(edit).toHaveBeenCalledWith({ model: { latent: 20 } });
    expect(restart).toHaveBeenCalledWith({ train: true });
  });
});

describe("LiveRegion", () => {
  it("tells phases, and not each step", async () => {
    const page = await renderWithApp(<LiveRegion />);
    await page.train(5);
    const told = screen.getByRole("status").textContent;
    expect(told).toBe("Training");
    await page.train(5);
    expect(screen.getByRole("status")).toHaveTextContent(told);
  });
});
