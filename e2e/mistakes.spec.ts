/**
 * The mistakes bench with the real worker: two mistakes from the question to their verdict, which is
 * worked out from the runs and would not be given if lane A were sound.
 */
import { expect, test } from "./fixtures.ts";

for (const id of ["sigmoid-twice", "wrong-sign"]) {
  test(`${id} is guessed at, trained and shown`, async ({ page, open }) => {
    test.setTimeout(120_000);
    await open(`mode=benches&topic=${id}&autostart=0`);
    const verdict = page.getByTestId("bench-verdict");
    await page
      .getByTestId("bench-question")
      .getByRole("listitem")
      .first()
      .getByRole("button")
      .click();
    await page.getByTestId("bench-train").click();
    await expect(verdict).toBeVisible({ timeout: 90_000 });
    await expect(verdict.getByRole("status")).toHaveAttribute("data-shown", "true");
    await expect(verdict.getByRole("status")).toContainText(/lane A.*\d/i);
    await expect(page.getByTestId("bench-guess")).toBeVisible();
  });
}
