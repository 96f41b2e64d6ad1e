/** The dialog over sessions that answer as told; real files and decoding are the browser spec's. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { OwnListing, OwnOptions, OwnPreview } from "#/core/data/ownImages.ts";
import { ok } from "#/core/result.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { testEntry } from "#/state/testing/testApp.ts";
import type { ImportSession } from "#/worker/import/protocol/ownImages.ts";
import { createFakeOwnImages } from "#/worker/testing/fakeOwnImages.ts";
import { OwnImagesDialog } from "./OwnImagesDialog.tsx";

const listing: OwnListing = {
  images: 300,
  classes: [
    { name: "cat", images: 200 },
    { name: "dog", images: 100 },
  ],
  tooManyClasses: null,
  skipped: { count: 1, first: [{ path: "notes.txt", reason: "not-an-image" }] },
  suggested: { name: "pets", size: 32, colour: "colour" },
};

const preview: OwnPreview = {
  shape: [32, 32, 3],
  pixels: new Uint8Array(2 * 32 * 32 * 3),
  classes: ["cat", "dog"],
  skipped: [],
};

const entry = { ...testEntry("own-0badcafe"), name: "pets" };

async function openDialog(session: Partial<ImportSession> = {}, sets = [] as (typeof entry)[]) {
  const images = createFakeOwnImages(sets, {
    list: () => Promise.resolve(ok(listing)),
    preview: () => Promise.resolve(ok(preview)),
    ...session,
  });
  const { app } = await renderWithApp(<OwnImagesDialog open onClose={() => undefined} />, {
    deps: { ownImages: () => Promise.resolve(images) },
  });
  return { app, images };
}

function choose(): void {
  const input = screen.getByTestId("own-files");
  fireEvent.change(input, { target: { files: [new File(["x"], "a.zip")] } });
}

describe("OwnImagesDialog", () => {
  it("shows what was found, and asks for a preview of each choice", async () => {
    const asked: OwnOptions[] = [];
    await openDialog({
      preview: (options) => {
        asked.push(options);
        return Promise.resolve(ok(preview));
      },
    });
    choose();
    expect(await screen.findByTestId("own-found")).toHaveTextContent(
      "300 images · 2 classes: cat (200), dog (100)",
    );
    expect(screen.getByTestId("own-skipped")).toHaveTextContent("notes.txt: no image");
    fireEvent.click(screen.getByLabelText("64 px"));
    await waitFor(() => {
      expect(asked.map(({ size, colour }) => `${size} ${colour}`)).toEqual([
        ...["32 colour", "64 colour"],
      ]);
    });
  });

  it("imports under the name given, and lists the set", async () => {
    const run = vi.fn<ImportSession["import"]>((_, onProgress) => {
      onProgress({ done: 64, total: 300, skipped: 0 });
      return Promise.resolve(ok({ entry, skipped: { count: 0, first: [] } }));
    });
    const { app } = await openDialog({ import: run });
    choose();
    fireEvent.change(await screen.findByTestId("own-name"), { target: { value: " Pets " } });
    fireEvent.click(screen.getByTestId("own-import"));
    expect(await screen.findByTestId("own-done")).toHaveTextContent("is kept");
    expect(run.mock.calls[0]?.[0]).toMatchObject({ name: "Pets", options: { size: 32 } });
    expect(app.store.getState().dataSets.map(({ id }) => id)).toContain("own-0badcafe");
  });

  it("stops, keeps the choice, and says that nothing was kept", async () => {
    await openDialog({
      import: (_, __, signal) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            resolve({ ok: false, error: { code: "cancelled", values: {} } });
          });
        }),
    });
    choose();
    fireEvent.click(await screen.findByTestId("own-import"));
    fireEvent.click(await screen.findByTestId("own-stop"));
    expect(await screen.findByText("Stopped. Nothing was kept.")).toBeVisible();
    expect(screen.getByTestId("own-name")).toHaveValue("pets");
  });

  it("says why nothing can be imported, and waits for another choice", async () => {
    const problem = { code: "zip-bomb", values: { file: "a.zip", gigabytes: 4 } } as const;
    await openDialog({ list: () => Promise.resolve({ ok: false, error: problem }) });
    choose();
    expect(await screen.findByTestId("own-problem")).toHaveTextContent(
      "a.zip claims to unfold to 4 GB",
    );
    expect(screen.getByTestId("own-drop")).toBeVisible();
  });

  it("tells at once where storage is denied", async () => {
    const images = createFakeOwnImages();
    images.denied = true;
    await renderWithApp(<OwnImagesDialog open onClose={() => undefined} />, {
      deps: { ownImages: () => Promise.resolve(images) },
    });
    expect(await screen.findByTestId("own-problem")).toHaveTextContent("keeps nothing");
  });

  it("renames a set, and removes it when asked twice", async () => {
    const { images } = await openDialog({}, [entry]);
    fireEvent.click(screen.getByRole("button", { name: "Rename “pets”" }));
    expect(screen.getByLabelText("Name")).toHaveFocus();
    fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Animals" } });
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => {
      expect(screen.getByTestId("own-set")).toHaveTextContent("Animals");
    });
    fireEvent.click(screen.getByTestId("own-remove"));
    expect(screen.getByRole("alert")).toHaveTextContent("Remove “Animals” for good?");
    fireEvent.click(screen.getByTestId("own-confirm"));
    await waitFor(() => {
      expect(screen.queryByTestId("own-set")).toBeNull();
    });
    expect(images.sets.size).toBe(0);
  });
});
