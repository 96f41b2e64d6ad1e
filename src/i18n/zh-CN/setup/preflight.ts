/** 长时间训练开始之前：在这里要花多少时间，以及有哪些选择。 */
import type { TranslationOf } from "#/i18n/keys.ts";
import type { preflight as english } from "#/i18n/en/setup/preflight.ts";

export const preflight: TranslationOf<typeof english> = {
  label: "长时间训练之前",
  measuring: "正在为三步计时，以便估计在这里需要多久……",
  about: "在这里大约需要 {{time}}。",
  why: "共 {{steps}} 步，每步 {{pace}}，刚在 {{backend}} 上测得。",
  whyLanes:
    "{{lanes}} 路合计 {{steps}} 步，平均每步 {{pace}}，刚在 {{backend}} 上测得；各路轮流前进，一次一步。",
  train: "仍然训练",
  lighter: "轻量版",
  lighterWhat:
    "轻量版改动了{{changes}}。图像与轮数较少，现象相同，但不是原来的训练；撤销即可还原。",
  lighterLanes:
    "轻量版在 A 路中改动{{changes}}，其余各路的这些设置也随之改动。图像与轮数较少，现象相同，但不是原来的训练；在每一路中撤销即可还原。",
  cancel: "暂不",
  minutes_other: "{{shown}} 分钟",
  hours_other: "{{shown}} 小时",
  days_other: "{{shown}} 天",
  milliseconds: "{{value}} 毫秒",
  seconds: "{{value}} 秒",
};
