import type { app as english } from "#/i18n/en/app.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const app: TranslationOf<typeof english> = {
  title: "VAE 游乐场",
  description: "在浏览器中训练变分自编码器，把隐空间握在手中。",
  region: {
    transport: "训练",
    experiment: "实验",
    latent: "隐空间",
    learning: "学习过程",
    sheets: "平面下方的内容",
  },
  tabs: {
    label: "隐空间的视图",
    explore: "探索",
    reconstruct: "重构",
    samples: "样本",
    grid: "网格",
    interpolate: "插值",
    draw: "绘制",
  },
  modes: {
    label: "使用方式",
    play: "游玩",
    compare: "对比",
    benches: "实验台",
    lessons: "课程",
  },
  drawer: { open: "打开实验面板", close: "关闭实验面板" },
  crash: {
    what: "页面的这一部分出错了。",
    kept: "训练和页面其余部分照常进行。",
    again: "重新显示",
    page: "重新加载页面",
  },
};
