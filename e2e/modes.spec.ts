/** The ways to use the page: comparing, benches, lessons, a lecture, drawing; each as its user meets it. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, pixelsOf, smallModel, test } from "./fixtures.ts";

async function violations(page: Page): Promise<string[]> {
  const found = (await new AxeBuilder({ page }).analyze()).violations;
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

test("one click asks what if; both lanes train and show the same images", async ({
  page,
  open,
}) => {
  await open("backend=wasm&autostart=0");
  await page.evaluate((model) => window.playground.configure(model), smallModel);
  await page.getByRole("navigation").getByRole("button", { name: "Compare" }).click();
  await page.getByTestId("what-if-beta").click();
  await expect(page.getByTestId("lane-1").getByTestId("lane-difference")).toContainText("β");
  await page.evaluate(() => window.playground.lanes.train({ steps: 10 }));
  await expect(page.getByTestId("lane-0")).toContainText("step 10");
  await expect(page.getByTestId("lane-1")).toContainText("step 10");
  await expect(page).toHaveURL(/mode=compare.*b\.objective\.beta=4/);
  expect(await violations(page)).toEqual([]);

  await page.goBack();
  await expect(page.getByTestId("transport-train")).toBeVisible();
});

test("the sigmoid bench is one click away; B's grey is a matter of display", async ({
  page,
  open,
}) => {
  await open("backend=wasm&autostart=0");
  await page.getByRole("button", { name: "Sigmoid in or out?" }).click();
  const lane = page.getByTestId("lane-1");
  await expect(lane).toBeVisible();
  await page.getByTestId("bench-train").click();
  await expect(lane).toContainText(/step \d/);
  await page.getByTestId("bench-train").click();
  const canvas = lane.locator("canvas").first();
  const meanOf = () =>
    canvas.evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) throw new Error("no canvas");
      const { data } = element
        .getContext("2d")
        ?.getImageData(0, 0, element.width, element.height) ?? {
        data: [],
      };
      let sum = 0;
      for (let i = 0; i < data.length; i += 4) sum += data[i] ?? 0;
      return sum / (data.length / 4);
    });
  const grey = await meanOf();
  await lane.getByRole("combobox").first().selectOption("sigmoid");
  await expect.poll(async () => Math.abs((await meanOf()) - grey)).toBeGreaterThan(10);
});

test("a lesson's link opens its step, and the keys of a remote go on and back", async ({
  page,
  open,
}) => {
  await open("backend=wasm&autostart=0&mode=lessons&topic=autoencoder&step=1");
  const goal = page.getByTestId("lesson-goal");
  await expect(goal).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/step=2/);
  await page.keyboard.press("PageUp");
  await expect(page).not.toHaveURL(/step=2/);
});

test("in a lecture the remote's keys step, blank and stay on the page", async ({ page, open }) => {
  await open("backend=wasm&autostart=0&mode=lessons&topic=beta&stage=1");
  await expect(page.getByTestId("lesson-text")).toBeVisible();
  await page.evaluate(() => document.body.setAttribute("data-same-page", "yes"));
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/step=1/);
  await page.keyboard.press("b");
  await expect(page.getByTestId("stage-blank")).toBeVisible();
  await page.keyboard.press("b");
  await expect(page.getByTestId("stage-blank")).toBeHidden();
  await page.keyboard.press("F5");
  await expect(page.locator("body")).toHaveAttribute("data-same-page", "yes");
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/stage=1/);
});

test("what is drawn is encoded while the pen is down", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  await page.evaluate(async (model) => {
    await window.playground.configure(model);
    await window.playground.train({ steps: 20 });
  }, smallModel);
  await page.getByRole("tab", { name: "Draw" }).click();
  const pad = page.getByTestId("drawing-pad");
  await expect(pad).toBeVisible();
  const empty = await pixelsOf(page, "drawing-pad");
  const box = await pad.boundingBox();
  if (box === null) throw new Error("no pad");
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.2);
  await page.mouse.down();
  for (let i = 1; i <= 6; i++) {
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * (0.2 + 0.1 * i));
  }
  await expect(page.getByText(/nats/).first()).toBeVisible();
  await page.mouse.up();
  expect(await pixelsOf(page, "drawing-pad")).not.toBe(empty);
  expect(await violations(page)).toEqual([]);
});

test("Play before an audience fits a projector of 1280 × 720", async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open("backend=wasm&autostart=0&stage=1");
  await expect(page.getByTestId("transport-train")).toBeInViewport({ ratio: 1 });
  await expect(page.getByTestId("run-status")).toBeInViewport({ ratio: 1 });
  await expect(page.getByTestId("loss-chart").getByText("epochs")).toBeInViewport({ ratio: 1 });
});
