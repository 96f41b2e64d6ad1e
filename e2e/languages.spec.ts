/** Switching the language keeps the run and everything it learnt. */
import { expect, smallModel, test } from "./fixtures.ts";

test("Chinese and back, in mid-run", async ({ page, open }) => {
  await open("backend=wasm&autostart=0&lang=en");
  await page.evaluate(async (model) => {
    await window.playground.configure(model);
    await window.playground.train({ steps: 10 });
  }, smallModel);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByText("隐空间").first()).toBeVisible();
  expect(await page.evaluate(async () => (await window.playground.history()).length)).toBe(10);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
