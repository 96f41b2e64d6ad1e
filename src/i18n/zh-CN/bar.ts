/** Chinese: what the bar shows when asked. */
import type { bar as english } from "#/i18n/en/bar.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const bar: TranslationOf<typeof english> = {
  backend: {
    software: "这是软件适配器，比看上去慢。",
    report: "报告，可粘贴到问题反馈中",
    passedOver: "{{name}}：{{reason}}",
    reason: {
      "asked-for": "由网址指定",
      "fastest-available": "此处可用的最快后端",
      "software-adapter": "只有软件适配器，比 wasm 还慢",
      "insecure-context": "此网址是普通 http，浏览器不提供 WebGPU",
      "no-api": "此浏览器不支持",
      "no-adapter": "浏览器没有找到可用的图形适配器",
      "device-failed": "图形设备拒绝了请求",
      "half-precision": "它在这里只用 16 位计算，精度不足以训练",
      "backend-failed": "未能启动",
      "device-lost": "图形设备已断开",
    },
  },
  share: {
    link: "链接",
    wait: "等按下“训练”再开始",
    limit: "只用前 {{images}} 张图像（{{size}} MB）",
    note: "所有人从相同的随机种子、数据顺序和噪声开始。不同后端之间，纳特数相差约一，而隐空间的图可能逐渐不同；这里用的是 {{backend}}。",
    qr: "链接的二维码",
    fullScreen: "全屏显示二维码",
  },
  end: {
    trained: "训练完成：在从未见过的图像上为 {{nats}} 纳特。",
    next: "下一步：",
    beta: "β = {{beta}}",
    dimensions: "{{count}} 个维度",
    breakIt: "弄坏它：以平均代替求和",
    mendIt: "修好它：以求和代替平均",
  },
  keys: {
    title: "键盘",
    train: "训练或暂停",
    step: "走一步",
    pin: "钉住手柄所示的图",
    noise: "为钉住的点抽取 ε",
    undo: "撤销一项设置",
    redo: "重做一项设置",
    stage: "讲课模式的开与关",
    page: "课程的下一步或上一步",
    blank: "讲课模式下：使屏幕变黑",
    list: "显示此列表",
    handle: "移动手柄（Shift 大步，Alt 小步）",
    off: "单键快捷键已关闭，可在“更多”中打开。",
  },
};
