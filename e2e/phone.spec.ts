/** 390 × 844: the plane is never hidden, nothing scrolls sideways, a finger drags the handle. */
import { expect, pixelsOf, smallModel, test } from "./fixtures.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("plane, image and sheets share the screen", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  await page.evaluate(async (model) => {
    await window.playground.configure(model);
    await window.playground.train({ steps: 30 });
  }, smallModel);
  const plane = page.getByTestId("latent-plane");
  await expect(plane).toBeInViewport({ ratio: 0.95 });
  await expect(page.getByTestId("decoded-image")).toBeInViewport();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);

  const before = await pixelsOf(page, "decoded-image");
  const box = await plane.boundingBox();
  if (box === null) throw new Error("the plane has no box");
  await page.touchscreen.tap(box.x + box.width * 0.75, box.y + box.height * 0.25);
  await expect.poll(() => pixelsOf(page, "decoded-image")).not.toBe(before);

  for (const sheet of [/experiment/i, /learning/i, /explore/i]) {
    await page.getByRole("tab", { name: sheet }).click();
    await expect(plane).toBeInViewport({ ratio: 0.5 });
  }
});

test("the bar keeps to two rows", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  // Two of 50 px and the line of progress.
  expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThanOrEqual(102);
});

test("a lesson keeps its picture in sight over its text", async ({ page, open }) => {
  await open("backend=wasm&autostart=0&mode=lessons&topic=grid&step=0");
  const plane = page.getByTestId("latent-plane");
  await expect(plane).toBeInViewport({ ratio: 0.95 });
  await expect(page.getByTestId("decoded-image")).toBeInViewport({ ratio: 0.95 });
  const text = page.getByTestId("lesson-text");
  await text.evaluate((element) => {
    element.scrollTo({ top: element.scrollHeight });
  });
  await expect(page.getByTestId("lesson-goal")).toBeInViewport();
  await expect(plane).toBeInViewport({ ratio: 0.95 });
});
