import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ReconstructionStrip } from "#/features/reconstruct/ReconstructionStrip.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

const frame = () => act(() => new Promise((resolve) => requestAnimationFrame(resolve)));

const drawn = (of: "original" | "made") => [
  ...document.querySelectorAll<HTMLCanvasElement>(`canvas[data-of="${of}"]`),
];

describe("ReconstructionStrip", () => {
  it("shows its ten originals, named by class, before anything is learnt", async () => {
    await renderWithApp(<ReconstructionStrip />);
    const pairs = screen.getAllByRole("button");
    expect(pairs).toHaveLength(10);
    expect(pairs[3]).toHaveAccessibleName("3: pin this test image");
    expect(pairs[3]).toBeEnabled();
  });

  it("draws each frame under them", async () => {
    const page = await renderWithApp(<ReconstructionStrip />);
    await page.train(10);
    await frame();
    for (const of of ["original", "made"] as const) {
      expect(drawn(of)).toHaveLength(10);
      expect(drawn(of).every((canvas) => canvas.dataset["missing"] === "false")).toBe(true);
    }
  });

  it("says which range a figure of raw outputs is drawn in", async () => {
    const page = await renderWithApp(<ReconstructionStrip />, {
      search: "?autostart=0&preset=mnist-sigmoid-b",
    });
    await page.train(2000);
    const caption = await screen.findByText(/^scaled to its own range/);
    await waitFor(() => {
      expect(caption).toHaveTextContent("scaled to its own range −0.9 … 1.9");
    });
  });

  it("pins a test image, and lets it go", async () => {
    const page = await renderWithApp(<ReconstructionStrip />);
    const pair = screen.getByLabelText("7: pin this test image");
    await userEvent.click(pair);
    expect(page.app.store.getState().pinned).toBe(7);
    expect(pair).toHaveAttribute("aria-pressed", "true");
    await userEvent.click(pair);
    expect(page.app.store.getState().pinned).toBeNull();
  });

  it("says in place why there are no images", async () => {
    const page = await renderWithApp(<ReconstructionStrip />);
    page.unmount();
    const other = await renderWithApp(<p />);
    other.trainer.failNext("images", {
      code: "chunk-missing",
      message: "m is missing.",
      hint: "Wait.",
      values: { file: "mnist/test-0.bin" },
    });
    const { AppProvider } = await import("#/state/context.tsx");
    await act(async () => {
      other.rerender(
        <AppProvider app={other.app}>
          <ReconstructionStrip />
        </AppProvider>,
      );
      await other.settle();
    });
    expect(screen.getByRole("alert")).toHaveTextContent("mnist/test-0.bin");
  });
});
