/** What every component test starts from. Not part of the page. */
import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { loadLaterEnglish } from "#/i18n/translate.ts";

await loadLaterEnglish();

afterEach(cleanup);
