/**
 * What a second lane costs: two lanes of `mnist-sigmoid` in lock-step against one of them alone, in the
 * page, in turns, so that a busy machine slows both. Lanes share one worker, so twice is the least.
 */

const ROUNDS = 9;
const STEPS = 40;

/**
 * @param {{ browser: import("@playwright/test").Browser, url: string }} where
 * @returns {Promise<import("./table.mjs").Row[]>}
 */
export async function benchLanes({ browser, url }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${url}?backend=wasm&autostart=0&preset=mnist-sigmoid`);
  const { one, two } = await page.evaluate(turns, { rounds: ROUNDS, steps: STEPS });
  await context.close();
  const times = `${two.toFixed(1)} ms ÷ ${one.toFixed(1)} ms`;
  const measure = `2 lanes of mnist-sigmoid ÷ 1, a step, wasm (${times})`;
  return [{ measure, value: two / one, unit: "", target: 2.1 }];
}

/** Runs in the page. Medians, ms a step. @param {{ rounds: number, steps: number }} size */
async function turns({ rounds, steps }) {
  const api = window.playground;
  await api.ready;
  await api.lanes.add({});
  const ways = {
    one: () => api.train({ steps }),
    two: () => api.lanes.train({ steps }),
  };
  const times = { one: [], two: [] };
  for (const train of Object.values(ways)) await train();
  for (let round = 0; round < rounds; round++) {
    for (const [name, train] of Object.entries(ways)) {
      const start = performance.now();
      await train();
      times[name].push((performance.now() - start) / steps);
    }
  }
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return { one: median(times.one), two: median(times.two) };
}
