import { expect, it } from "vitest";
import { sigmaForms } from "#/core/objective/spec.ts";
import { openTestApp } from "#/state/testing/testApp.ts";

it.each(sigmaForms)(
  "draws z with the σ that is really sampled, for a system with %s",
  async (form) => {
    const { app } = await openTestApp();
    await app.session.configure({ objective: { sigma: form } });
    const { mean, logVariance, epsilon, z } = await app.inspector.nextStep();
    // The worker tells log σ² of what is sampled, whatever the system takes λ for.
    expect(logVariance.some((value) => Math.abs(value) > 0.1)).toBe(true);
    z.forEach((value, i) => {
      const sigma = Math.exp((logVariance[i] ?? 0) / 2);
      expect(value).toBeCloseTo((mean[i] ?? 0) + sigma * (epsilon[i] ?? 0), 5);
    });
  },
);

it("takes μ for z where nothing is sampled", async () => {
  const { app } = await openTestApp();
  await app.session.configure({ objective: { sampling: false } });
  const { mean, z } = await app.inspector.nextStep();
  expect(z).toEqual(mean);
});
