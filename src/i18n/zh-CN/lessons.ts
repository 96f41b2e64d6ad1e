/** Chinese: lessons. */
import type { lessons as english } from "#/i18n/en/lessons.ts";
import type { TranslationOf } from "#/i18n/keys.ts";
import { chapter1 } from "./lessons/chapter1.ts";
import { chapter2 } from "./lessons/chapter2.ts";
import { chapter3 } from "./lessons/chapter3.ts";
import { chapter4 } from "./lessons/chapter4.ts";
import { chapter5 } from "./lessons/chapter5.ts";
import { chapter6 } from "./lessons/chapter6.ts";
import { chapter7 } from "./lessons/chapter7.ts";
import { slow } from "./lessons/slow.ts";
import { stage } from "./lessons/stage.ts";
import { widgets } from "./lessons/widgets.ts";

export const lessons: TranslationOf<typeof english> = {
  title: "课程",
  intro: "关于变分自编码器的七章。每章自行训练小模型，只需几秒，不影响“游玩”里的实验。",
  chapter: "第 {{index}} 章",
  begin: "开始",
  minutes: "约 {{minutes}} 分钟",
  stepCount_other: "{{count}} 步",
  goalsReached: "{{count}} 个目标已达成 {{done}} 个",
  over: "从头再来：忘掉已达成的目标",
  forgotten: "已达成的目标都已忘掉。",
  bringBack: "恢复它们",
  all: "全部章节",
  steps: {
    ...chapter1.steps,
    ...chapter2.steps,
    ...chapter3.steps,
    ...chapter4.steps,
    ...chapter5.steps,
    ...chapter6.steps,
    ...chapter7.steps,
  },
  questions: {
    ...chapter1.questions,
    ...chapter2.questions,
    ...chapter3.questions,
    ...chapter4.questions,
    ...chapter5.questions,
    ...chapter6.questions,
    ...chapter7.questions,
  },
  goals: {
    ...chapter1.goals,
    ...chapter2.goals,
    ...chapter3.goals,
    ...chapter4.goals,
    ...chapter5.goals,
    ...chapter6.goals,
    ...chapter7.goals,
  },
  chapters: {
    autoencoder: {
      title: "从自编码器到 VAE",
      aim: "采样与 KL 项给自编码器添了什么，为什么单凭它的编码无法抽样。",
    },
    reparameterisation: {
      title: "重参数化技巧",
      aim: "梯度怎样穿过随机抽样：噪声来自外面，亲手抽取，再把一步训练慢慢走一遍。",
    },
    "log-variance": {
      title: "为什么用对数方差，KL 对一个点做了什么",
      aim: "移动 μ 与 σ，看 KL 的两部分；把一张图像的真后验看成地形。",
    },
    prior: {
      title: "先验为什么是 N(0, I)：抽样",
      aim: "所有后验的平均怎样盖住先验，样本又得益于它什么。",
    },
    beta: {
      title: "重构与正则化的权衡",
      aim: "β 在交换什么：三次运行同时进行；以及模糊是什么。",
    },
    grid: {
      title: "在隐空间网格上漫步",
      aim: "相邻的编码有什么共同之处，流形图显示了什么，图外又有什么。",
    },
    sigmoid: {
      title: "sigmoid 放在哪里",
      aim: "同一个损失写在三个位置；画的不是输出时会看到什么；单精度在哪里失效。",
    },
  },
  lanes: {
    autoencoder: "自编码器",
    vae: "VAE",
    betaLow: "β = 0.1",
    betaOne: "β = 1",
    betaHigh: "β = 10",
    inOutput: "sigmoid 在输出里",
    inLoss: "sigmoid 在损失里",
    stable: "稳定形式",
  },
  text: {
    stepOf: "第 {{index}} 步，共 {{count}} 步",
    list: "本章各步",
    done: "已完成",
    goal: "要做的事",
    goalReached: "已完成",
    goalEarlier: "以前已完成",
    question: "问题",
    showAnswer: "显示答案",
    hideAnswer: "盖住答案",
    previous: "上一步",
    next: "下一步",
    nextChapter: "下一章",
    onwardPlay: "到“游玩”里继续",
    onwardSigmoid: "打开 sigmoid 实验台",
  },
  run: {
    label: "本课的运行",
    train: "训练",
    pause: "暂停",
    step: "单步",
    reset: "重置",
    resetHelp: "回到第 0 步，种子不变",
    opening: "正在准备本章的运行。",
    loading: "正在载入数据",
    ready: "就绪",
    training: "训练中",
    paused: "已暂停",
    done: "已完成",
    stopped: "已停止",
    epochs: "第 {{epoch}} 轮，共 {{epochs}} 轮",
    atStep: "第 {{step}} 步",
    reopen: "重试",
  },
  views: {
    label: "这一步所显示的",
    figures: "留出图像，每张图像的纳特数，β = 1",
    lane: "路",
    reconstruction: "重构",
    kl: "KL",
    sum: "总和",
    newZ: "新的 z",
    betaLabel: "这次运行的 β",
    betaHelp: "下一步起生效。",
  },
  slow,
  stage,
  widgets,
};
