import { waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

it("does not count the time that code takes to come as time waited", async () => {
  let here = false;
  void import("./slowModule.ts").then(() => {
    here = true;
  });
  await waitFor(
    () => {
      expect(here).toBe(true);
    },
    { timeout: 20 },
  );
});
