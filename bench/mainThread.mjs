/**
 * What a page's main thread spends on a frame: script, style, layout and paint, as Chromium counts
 * tasks, in time of the processor, which a busy machine does not stretch.
 */

/**
 * @param {import("@playwright/test").Page} page
 * @param {() => Promise<number>} play draws frames and says how many
 * @returns {Promise<number>} ms a frame
 */
export async function busyPerFrame(page, play) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const before = await busy();
  const frames = await play();
  const spent = (await busy()) - before;
  await session.detach();
  return spent / frames;
}
