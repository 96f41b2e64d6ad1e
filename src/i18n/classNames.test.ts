import { beforeAll, expect, it } from "vitest";
import { classNameIn, loadLanguage } from "#/i18n/translate.ts";

beforeAll(() => loadLanguage("zh-CN"));

it("names a packaged set's classes in the language on screen", () => {
  expect(classNameIn("zh-CN", "faces", "winter hat")).toBe("冬帽");
  expect(classNameIn("en", "fashion", "Ankle boot")).toBe("Ankle boot");
});

it("leaves numerals and the names of a person's own folders alone", () => {
  expect(classNameIn("zh-CN", "mnist", "7")).toBe("7");
  expect(classNameIn("zh-CN", "own-1", "turban")).toBe("turban");
  expect(classNameIn("zh-CN", "own-1", "a.b")).toBe("a.b");
  expect(classNameIn("zh-CN", "faces", "toString")).toBe("toString");
});
