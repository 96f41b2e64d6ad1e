/** The published systems, one preset away each: they train, and say what they are. */
import { expect, test } from "./fixtures.ts";

/** Steps enough to see the loss move; convolutions take seconds each on wasm. */
const systems = [
  { preset: "mnist-dense-20", steps: 12, ratio: 128 },
  { preset: "mnist-cvae-20", steps: 12, ratio: 128 },
  { preset: "mnist-conv-2d", steps: 4, ratio: 1 / 784 },
  { preset: "mnist-sigmoid", steps: 12, ratio: 1 },
  { preset: "mnist-sigmoid-b", steps: 12, ratio: 1 },
  { preset: "mnist-sigmoid-c", steps: 12, ratio: 1 },
  { preset: "fashion-dense-10", steps: 12, ratio: 1 },
  { preset: "fashion-ae-20", steps: 12, ratio: 1 },
] as const;

for (const { preset, steps, ratio } of systems) {
  test(`${preset} trains and reports its loss as it is written`, async ({ page, open }) => {
    test.setTimeout(120_000);
    await open(`backend=wasm&autostart=0&preset=${preset}`);
    const run = await page.evaluate(async (count) => {
      const api = window.playground;
      const summary = await api.train({ steps: count });
      const losses = (await api.history()).map((point) => point.loss.total);
      return { summary, losses };
    }, steps);
    const { loss, perImage } = run.summary;
    expect(run.losses).toHaveLength(steps);
    expect(run.losses.every(Number.isFinite)).toBe(true);
    expect(loss.total / perImage.total).toBeCloseTo(ratio, 3);
  });
}

test("a colour model collapses as its loss is written, and reports both losses", async ({
  page,
  open,
}) => {
  test.setTimeout(120_000);
  await open("backend=wasm&autostart=0&preset=faces-conv");
  const run = await page.evaluate(async () => {
    const api = window.playground;
    await api.configure({ data: { trainLimit: 256 }, training: { batch: 16 } });
    const first = await api.train({ steps: 1 });
    const last = await api.train({ steps: 12 });
    return { first, last, shape: (await api.dataset()).shape };
  });
  expect(run.shape).toEqual([32, 32, 3]);
  // Squared error averaged over 3,072 values stays far below one; the KL term is in full.
  expect(run.last.loss.reconstruction).toBeLessThan(1);
  expect(run.last.loss.kl).toBeLessThan(run.first.loss.kl);
});

test("A, B and C are one model: the same curve, to rounding", async ({ page, open }) => {
  test.setTimeout(120_000);
  await open("backend=wasm&autostart=0&preset=mnist-sigmoid-a");
  const curves = await page.evaluate(async () => {
    const api = window.playground;
    const all: number[][] = [];
    for (const preset of ["mnist-sigmoid-a", "mnist-sigmoid-b", "mnist-sigmoid-c"] as const) {
      await api.configure(preset);
      await api.train({ steps: 25 });
      all.push((await api.history()).map((point) => point.train.total));
    }
    return all;
  });
  const [a = [], b = [], c = []] = curves;
  expect(c).toHaveLength(25);
  c.forEach((total, i) => {
    expect(Math.abs((a[i] ?? 0) - total)).toBeLessThan(0.05);
    expect(Math.abs((b[i] ?? 0) - total)).toBeLessThan(0.05);
  });
});

test("B's pictures are scaled to their own range: grey where the digit's page is white", async ({
  page,
  open,
}) => {
  test.setTimeout(120_000);
  await open("backend=wasm&autostart=0&preset=mnist-sigmoid-b");
  const seen = await page.evaluate(async () => {
    const api = window.playground;
    await api.train({ steps: 150 });
    const { pixels } = await api.images({ split: "test", indices: [0, 1, 2, 3] });
    const codes = await api.encode(pixels);
    const z = codes.map((code) => [...code.mean]);
    const raw = await api.decode(z, { raw: true });
    const shown = await api.reconstruct(pixels);
    return { raw: raw.map((image) => [...image]), shown: shown.map((image) => [...image]) };
  });
  const logits = seen.raw.flat();
  expect(Math.min(...logits)).toBeLessThan(-2);
  const shown = seen.shown.flat();
  expect(Math.min(...shown)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...shown)).toBeLessThanOrEqual(1);
  // The figure runs from the lowest logit to the highest value in it; 0 lies well inside.
  const low = Math.min(...logits);
  const high = Math.max(1, ...logits);
  seen.shown[0]?.forEach((value, i) => {
    expect(value).toBeCloseTo(((seen.raw[0]?.[i] ?? 0) - low) / (high - low), 2);
  });
});

test("a conditional model wants a label and draws what it is told", async ({ page, open }) => {
  test.setTimeout(120_000);
  await open("backend=wasm&autostart=0&preset=mnist-cvae-20");
  const result = await page.evaluate(async () => {
    const api = window.playground;
    await api.train({ steps: 120 });
    const z = new Array<number>(20).fill(0);
    const refused = await api
      .decode([z])
      .then(() => "accepted")
      .catch((error: unknown) => Reflect.get(error as object, "code") as string);
    const [three] = await api.decode([z], { label: 3 });
    const [seven] = await api.decode([z], { label: 7 });
    const difference = (three ?? new Float32Array()).reduce(
      (sum, value, i) => sum + Math.abs(value - (seven?.[i] ?? 0)),
      0,
    );
    return { refused, difference };
  });
  expect(result.refused).toBe("field-invalid");
  expect(result.difference).toBeGreaterThan(10);
});

test("what does not fit is refused with the size that would", async ({ page, open }) => {
  await open("backend=wasm&autostart=0&preset=faces-conv");
  const refusal = await page.evaluate(() =>
    window.playground
      .configure({ data: { set: "mnist", size: "stored" } })
      .then(() => ({ code: "accepted", hint: "" }))
      .catch((error: unknown) => ({
        code: Reflect.get(error as object, "code") as string,
        hint: Reflect.get(error as object, "hint") as string,
      })),
  );
  expect(refusal.code).toBe("shape-invalid");
  expect(refusal.hint).toContain("32×32");
});
