/** axe finds nothing, in both themes, both languages, on desktop and phone. */
import AxeBuilder from "@axe-core/playwright";
import { expect, smallModel, test } from "./fixtures.ts";

const cases = [
  { name: "desktop, light, English", lang: "en", scheme: "light", width: 1440, height: 900 },
  { name: "desktop, dark, Chinese", lang: "zh-CN", scheme: "dark", width: 1440, height: 900 },
  { name: "tablet, light, English", lang: "en", scheme: "light", width: 1024, height: 768 },
  { name: "phone, dark, Chinese", lang: "zh-CN", scheme: "dark", width: 390, height: 844 },
] as const;

for (const { name, lang, scheme, width, height } of cases) {
  test(`no violation: ${name}`, async ({ page, open }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    await open(`backend=wasm&autostart=0&lang=${lang}`);
    await page.evaluate(async (model) => {
      await window.playground.configure(model);
      await window.playground.train({ steps: 20 });
    }, smallModel);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ""}`)).toEqual([]);
  });
}
