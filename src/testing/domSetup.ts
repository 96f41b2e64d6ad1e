/** What every component test starts from. Not part of the page. */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure, getConfig } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { loadLaterEnglish } from "#/i18n/translate.ts";

await loadLaterEnglish();

// What a test waits for may need code that the page loads only then, and a busy machine takes any
// time to bring it: a wait begins once what is under way has come.
const { asyncWrapper } = getConfig();
configure({
  asyncWrapper: (wait) =>
    asyncWrapper(async () => {
      await vi.dynamicImportSettled();
      const found: unknown = await wait();
      return found;
    }),
});

afterEach(cleanup);
