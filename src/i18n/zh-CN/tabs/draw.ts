import type { TranslationOf } from "#/i18n/keys.ts";
import type { draw as english } from "#/i18n/en/tabs/draw.ts";

/** “绘制”标签页：画板、从别处取来的图片，以及模型由此得出的结果。 */
export const draw: TranslationOf<typeof english> = {
  pad: "画板",
  padHelp:
    "用鼠标、手指或触控笔绘制。用键盘：方向键移动画笔一个像素，Shift 移动四个，Alt 移动四分之一个；空格键落笔或提笔；退格键撤销上一笔，Delete 清空。",
  penDown: "落笔，第 {{row}} 行，第 {{column}} 列",
  penUp: "提笔，第 {{row}} 行，第 {{column}} 列",
  invitation: "在这里画",
  instrument: "工具",
  pen: "画笔",
  eraser: "橡皮",
  width: "画笔粗细",
  widthValue: "{{width}} 像素",
  centred: "按 MNIST 的方式居中",
  centredHelp:
    "保持比例缩放到 28 像素中的 20 像素之内，再把重心移到正中，与 MNIST 数字的制作方式相同。",
  undo: "撤销一笔",
  clear: "清空",
  loadTest: "测试图像",
  loadClass: "测试图像的类别",
  handleHere: "手柄移到这里",
  asStop: "加为路径的一站",
  stops_other: "路径上有 {{count}} 张您的图像",
  bring: "选择图片…",
  bringGrey: "也可以拖放到这里：它会成为画笔下的墨迹",
  bringColour: "也可以拖放到这里：取正中的方形，每边 {{side}} 像素",
  brought: "您的图片，按模型所见",
  refused: "浏览器读不了 {{name}}，它不是可识别的图片。一切保持原样。",
  originals: "模型看到的",
  reconstructions: "由 μ 得到的重构",
  pickedClass: "按上方所选的类别 {{name}} 编码和解码。",
  nearest: "最近的测试图像",
  nearestPin: "测试图像 {{index}}：在平面上固定它",
  nearestHelp: "按编码 μ 之间的距离，以先验标准差计。",
};
