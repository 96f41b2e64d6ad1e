/** The main loop without a mouse. */
import { expect, pixelsOf, smallModel, test } from "./fixtures.ts";

test("train, move the handle, move a slider, undo: keys alone", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  await page.evaluate((model) => window.playground.configure(model), smallModel);
  await page.keyboard.press("Space");
  await expect
    .poll(() => page.evaluate(async () => (await window.playground.history()).length))
    .toBeGreaterThan(5);
  await page.keyboard.press("Space");

  const handle = page.getByTestId("latent-handle");
  await handle.focus();
  const before = await pixelsOf(page, "decoded-image");
  const text = await handle.getAttribute("aria-valuetext");
  for (let i = 0; i < 5; i++) await page.keyboard.press("Shift+ArrowUp");
  await expect(handle).not.toHaveAttribute("aria-valuetext", text ?? "");
  await expect.poll(() => pixelsOf(page, "decoded-image")).not.toBe(before);

  const slider = page.getByTestId("slider-0");
  await slider.focus();
  const value = await slider.inputValue();
  await page.keyboard.press("ArrowRight");
  expect(Number(await slider.inputValue())).toBeCloseTo(Number(value) + 0.1, 5);
});

test("every stop of the tab key is visible and named", async ({ page, open }) => {
  await open();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const names = ["aria-label", "aria-labelledby", "title"].map((name) =>
        element.getAttribute(name),
      );
      const label = [...names, element.textContent].join("");
      const labelled = element instanceof HTMLInputElement && element.labels?.length !== 0;
      return {
        html: element.outerHTML.slice(0, 120),
        visible: box.width > 0 && box.height > 0,
        named: labelled || label.trim() !== "",
      };
    });
    if (focused === null) continue;
    expect(focused, focused.html).toMatchObject({ visible: true, named: true });
  }
});
