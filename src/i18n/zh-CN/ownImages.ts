/** 导入自己图像的对话框。 */
import type { ownImages as en } from "#/i18n/en/ownImages.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const ownImages: TranslationOf<typeof en> = {
  button: "自己的图像…",
  title: "自己的图像",
  card: "你自己的图像，只存在这个浏览器里",
  drop: {
    label: "把文件夹、zip、图像或 IDX 文件拖到这里",
    formats: "JPEG、PNG、WebP、GIF、BMP；zip；IDX（可以是 gzip 压缩的）。",
    stays: "图像只留在这个浏览器里，不会上传。",
    files: "选择文件…",
    folder: "选择文件夹…",
    looking: "正在查看 {{files}} 个文件",
    gathering: "正在打开文件夹",
  },
  found: {
    images_other: "{{images}} 张图像",
    classes_other: "{{classes}} 个类别：{{names}}",
    more: "另有 {{more}} 个",
    tooManyClasses: "有 {{folders}} 个文件夹，而标签最多区分 256 个类别，所以这些图像不分类别。",
    again: "换一批",
  },
  preview: {
    title: "网络将看到的样子",
    image: "第 {{number}} 张，类别 {{name}}",
    plain: "第 {{number}} 张",
    none: "前面的图像一张也读不了。",
  },
  options: {
    size: "边长",
    sizes: { "28": "28 像素", "32": "32 像素", "64": "64 像素" },
    crop: "形状",
    centre: "居中裁剪",
    fit: "完整放入",
    colour: "颜色",
    grey: "灰度",
    coloured: "彩色",
    background: "留边和透明处",
    black: "黑",
    white: "白",
    name: "名称",
    defaultName: "我的图像",
  },
  start_other: "导入 {{images}} 张图像",
  importing: "第 {{done}} 张，共 {{total}} 张",
  importingSkipped: "第 {{done}} 张，共 {{total}} 张，跳过 {{skipped}} 个",
  stop: "停止",
  stopped: "已停止，什么都没有保存。",
  done: {
    kept: "“{{name}}”已保存：{{train}} 张用于训练，{{test}} 张用于测试。",
    use: "立即用它训练",
    batch: "批大小由 {{from}} 改为 {{to}}，因为图像只有这么多。",
    celeba: "用这个数据集载入 celeba-conv",
    refused: "现有的层不适合这些图像。{{reason}}",
    colourOnly: "要用 celeba-conv，请以彩色、边长 32 像素重新导入。",
    another: "继续导入",
  },
  skipped: {
    title_other: "跳过了 {{files}} 个文件",
    more: "另有 {{more}} 个",
    reasons: {
      "not-an-image": "不是这里能读的图像",
      unreadable: "无法读取：已损坏，或与文件名不符",
      empty: "空文件",
      "too-many-pixels": "{{width}} × {{height}} 像素：边长最多 {{most}}，总数最多 4000 万像素",
      "too-many-bytes": "{{megabytes}} MB：文件最大 {{most}} MB",
      encrypted: "已加密：请先用密码解开",
      "packed-otherwise": "压缩方式不受支持：请先解压",
      expands: "解压后超出压缩包所说的大小",
      "unsafe-path": "路径指向压缩包之外",
      archive: "其他种类的压缩包，或压缩包中的压缩包：请先解压",
    },
  },
  problems: {
    "nothing-found":
      "这些文件里没有图像。请拖入 JPEG、PNG、WebP、GIF 或 BMP 图像，装有它们的文件夹或 zip，或者 IDX 文件。",
    "too-many-files": "共 {{files}} 张图像，最多能放 {{most}} 张。请只取一部分。",
    "too-few-images":
      "只能读取 {{readable}} 张，跳过了 {{skipped}} 个。数据集至少要 {{least}} 张：一张训练，一张测试。",
    "set-too-large":
      "{{images}} 张这样大小的图像超出网页可用的内存，最多 {{most}} 张。请缩小边长、改用灰度或只取一部分。",
    "zip-broken": "{{file}} 已损坏或不是 zip，没有从中读取任何内容。",
    "zip-bomb": "{{file}} 声称解压后有 {{gigabytes}} GB，像是用来塞满磁盘的压缩包，因此没有打开。",
    "gzip-broken": "{{file}} 不是完整的 gzip，没有从中读取任何内容。",
    "gzip-too-large": "{{file}} 解压后超过 {{megabytes}} MB。请先解压，再拖入其中的文件。",
    "idx-kind":
      "{{file}} 是另一种 IDX 文件（{{sizes}}）。这里读取字节：图像数 × 高 × 宽，彩色再 × 3，或者标签。",
    "idx-length":
      "{{file}} 的文件头说有 {{expected}} 字节，实际只有 {{found}} 字节：它被截断了，或并非所说的内容。",
    "idx-labels": "{{file}} 有 {{images}} 张图像，而标签有 {{labels}} 个，两者必须一样多。",
    "storage-denied":
      "浏览器不为本页保存任何内容，因此无法导入图像。请退出隐私浏览，或允许本页使用存储。",
    "storage-full":
      "浏览器的存储空间已满，什么都没有保存。请移除一个数据集，或者取更少、更小的图像。",
    "not-supported": "这个浏览器不能在后台解码图像，请换用较新的版本。",
    "worker-crashed": "导入意外中止，可能是内存不足。什么都没有保存；请减少图像数量。",
    unexpected: "出现了不该出现的问题：{{detail}}。什么都没有保存。",
  },
  sets: {
    title: "保存在这个浏览器里",
    about: "{{train}} + {{test}} 张图像，{{size}} × {{size}}，{{colour}}，{{megabytes}} MB",
    grey: "灰度",
    coloured: "彩色",
    rename: "重命名“{{name}}”",
    renameAction: "重命名",
    save: "保存",
    keepName: "取消",
    remove: "移除“{{name}}”",
    removeAction: "移除",
    sure: "永久移除“{{name}}”吗？",
    sureInUse:
      "“{{name}}”正在使用。在换用别的数据集或重新打开网页之前，训练照常进行；之后它就不在了。",
    confirm: "移除",
    keep: "保留",
    leaving: "“{{name}}”已移除，在换用别的数据集之前仍在使用。",
  },
};
