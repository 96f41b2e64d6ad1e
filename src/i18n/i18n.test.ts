import { afterEach, describe, expect, it, vi } from "vitest";
import { faultCodes } from "#/core/fault.ts";
import { english } from "#/i18n/en/english.ts";
import { laterEnglish } from "#/i18n/en/later.ts";
import { modesEnglish } from "#/i18n/en/modes.ts";
import { faultText } from "#/i18n/faultText.ts";
import type { Translate } from "#/i18n/keys.ts";
import {
  loadLanguage,
  loadModesTexts,
  showLanguage,
  shownLanguage,
  translate,
} from "#/i18n/translate.ts";
import { chinese } from "#/i18n/zh-CN/chinese.ts";
import { modesChinese } from "#/i18n/zh-CN/modes.ts";

const t: Translate = (key, values) => translate(shownLanguage(), key, values);

/** Every text as "area.name" → words. */
function flatten(tree: object, prefix = ""): Map<string, string> {
  const out = new Map<string, string>();
  for (const [name, value] of Object.entries(tree) as [string, object | string][]) {
    const key = prefix === "" ? name : `${prefix}.${name}`;
    if (typeof value === "string") out.set(key, value);
    else for (const [k, v] of flatten(value, key)) out.set(k, v);
  }
  return out;
}

const places = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? ""))].sort();

describe("texts", () => {
  const en = flatten({ ...english, ...laterEnglish, ...modesEnglish });
  const zh = flatten({ ...chinese, ...modesChinese });

  it("are all there in both languages", () => {
    const expected = [...en.keys()].filter((key) => !key.endsWith("_one")).sort();
    expect([...zh.keys()].sort()).toEqual(expected);
  });

  it("ask for no value in Chinese that English does not have", () => {
    const surplus = [...zh].filter(([key, text]) => {
      const known = places(en.get(key) ?? "");
      return places(text).some((place) => !known.includes(place));
    });
    expect(surplus).toEqual([]);
  });

  it("are Chinese in the Chinese file, but for symbols and names", () => {
    const untranslated = [...zh].filter(
      ([key, text]) => text === en.get(key) && /[a-z]{5}/.test(text.replace(/\{\{.*?\}\}/g, "")),
    );
    expect(untranslated).toEqual([]);
  });

  it("hold no straight quotes and no three dots in English", () => {
    expect([...en].filter(([, text]) => /["'`]|\.\.\./.test(text))).toEqual([]);
  });
});

describe("language", () => {
  afterEach(() => showLanguage("en"));

  it("switches at once and tells the document", async () => {
    expect(t("common.close")).toBe("Close");
    await showLanguage("zh-CN");
    expect(t("common.close")).toBe("关闭");
    expect(document.documentElement.lang).toBe("zh-CN");
  });

  it("is loaded once", async () => {
    await loadLanguage("zh-CN");
    await loadLanguage("zh-CN");
    expect(translate("zh-CN", "common.term.latentSpace")).toBe("隐空间");
  });
});

describe("the words of the modes", () => {
  afterEach(() => showLanguage("en"));

  it("come in the language on screen, and in one chosen afterwards", async () => {
    await loadModesTexts();
    expect(t("compare.title")).toBe("Compare");
    await showLanguage("zh-CN");
    expect(t("compare.title")).toBe("对比");
  });
});

describe("translate", () => {
  it("fills places and leaves nothing for values it was not given", () => {
    expect(translate("en", "training.timeLeft", { time: "0:08" })).toBe("0:08 left");
    expect(translate("en", "training.timeLeft")).toBe(" left");
  });

  it("tells one from many", () => {
    expect(translate("en", "training.guide.many", { count: 1 })).toContain("One number");
    expect(translate("en", "training.guide.many", { count: 20 })).toContain("20 numbers");
  });

  it("has one plural in Chinese", async () => {
    await loadLanguage("zh-CN");
    expect(translate("zh-CN", "training.guide.many", { count: 1 })).toContain("1 个数");
  });
});

describe("faultText", () => {
  afterEach(() => showLanguage("en"));

  it("lets a fault speak for itself until the words have come", async () => {
    vi.resetModules();
    const fresh = await import("#/i18n/faultText.ts");
    const fault = { code: "offline", message: "No network.", hint: "Wait." } as const;
    const bare = { what: "No network.", kept: "", todo: "Wait." };
    expect(fresh.faultText(t, fault)).toEqual(bare);
    expect(faultText(t, fault)).not.toEqual(bare);
  });

  it.each(faultCodes)("has three sentences for %s in both languages", async (code) => {
    for (const language of ["en", "zh-CN"] as const) {
      await showLanguage(language);
      const text = faultText(t, { code, message: "What.", hint: "Hint." });
      expect([text.what, text.kept, text.todo].every((sentence) => sentence.length > 3)).toBe(true);
      expect([text.what, text.kept, text.todo].join("")).not.toContain("{{");
    }
  });

  it("tells what comes with a fault in sentences of its own", async () => {
    const hint = "Wait.";
    const more = [{ code: "lane-left-out", message: "B.", hint, values: { letter: "B" } } as const];
    const fault = { code: "offline", message: "No network. B.", hint, more } as const;
    expect(faultText(t, fault).what).toMatch(/before\. Lane B of this link was left out\.$/);
    await showLanguage("zh-CN");
    expect(faultText(t, fault).what).toMatch(/。链接中的 B 路没有打开。$/);
    const untold = { ...fault, more: [{ code: "lane-left-out", message: "B.", hint } as const] };
    expect(faultText(t, untold).what).toBe("No network. B.");
  });

  it("translates with the fault's values, and falls back to its English without them", async () => {
    await showLanguage("zh-CN");
    const fault = { code: "chunk-missing", message: "m.bin is missing.", hint: "Wait." } as const;
    expect(faultText(t, { ...fault, values: { file: "m.bin" } }).what).toBe(
      "无法取得数据文件 m.bin。",
    );
    expect(faultText(t, fault).what).toBe("m.bin is missing.");
  });
});
