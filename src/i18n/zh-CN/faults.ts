import type { faults as english } from "#/i18n/en/faults.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const faults: TranslationOf<typeof english> = {
  "field-invalid": {
    what: "{{field}} 不能取 {{value}}。",
    kept: "保留上一个有效值。",
    todo: "请输入 {{range}}。",
  },
  "unknown-field": {
    what: "没有名为“{{field}}”的设置项。",
    kept: "未作任何更改。",
    todo: "请检查拼写；文档中列有全部设置项。",
  },
  "unknown-preset": {
    what: "没有名为“{{preset}}”的预设。",
    kept: "保留当前实验。",
    todo: "请从预设列表中选择。",
  },
  "unknown-data-set": {
    what: "这里没有名为“{{set}}”的数据集。",
    kept: "保留当前数据集。",
    todo: "请从数据集列表中选择。",
  },
  "url-invalid": {
    what: "链接中有一部分无法识别：{{parts}}。",
    kept: "其余部分已生效，缺少的用默认值代替。",
    todo: "请重新索取链接，或直接从这里继续。",
  },
  "shape-invalid": {
    what: "这些层无法衔接：{{reason}}。",
    kept: "保留上一个有效的模型。",
    todo: "请修改这一层或它的前一层。",
  },
  "batch-too-large": {
    what: "批大小 {{batch}} 超过了现有的 {{images}} 张图像。",
    kept: "保留上一个有效的批大小。",
    todo: "请取不超过 {{images}} 的批大小。",
  },
  "batch-norm-alone": {
    what: "批归一化要求每批不止一张图像。",
    kept: "保留上一个有效的设置。",
    todo: "请将批大小设为 2 以上，或关闭批归一化。",
  },
  "labels-missing": {
    what: "条件模型需要标签，而此数据集没有标签。",
    kept: "保留上一个有效的设置。",
    todo: "请选择带标签的数据集，或改用不带条件的模型。",
  },
  "memory-too-large": {
    what: "此模型约需 {{needed}} 内存，而这里的上限是 {{limit}}。",
    kept: "当前模型保留并继续运行。",
    todo: "请减小层宽或批大小。",
  },
  "not-ready": {
    what: "训练器尚未就绪。",
    kept: "未作任何更改。",
    todo: "请稍候再试。",
  },
  busy: {
    what: "正在训练。",
    kept: "训练继续进行。",
    todo: "请先暂停再试。",
  },
  cancelled: {
    what: "操作在完成前被停止。",
    kept: "其余一切不变。",
    todo: "需要时请重新开始。",
  },
  "backend-unavailable": {
    what: "此浏览器中没有可用的计算后端。",
    kept: "您的设置已保留。",
    todo: "请使用新版 Chrome、Edge、Firefox 或 Safari，并确认允许 WebAssembly。",
  },
  "engine-kept": {
    what: "未能更换训练步：{{reason}}。",
    kept: "运行继续使用原来的训练步，没有任何损失。",
    todo: "请重试，或继续使用现在的训练步。",
  },
  "device-lost": {
    what: "图形设备已断开。",
    kept: "训练从最近的检查点在 {{on}} 上继续。",
    todo: "无需操作；若训练停住，请按“训练”。",
  },
  "validation-error": {
    what: "图形设备拒绝了一条指令。",
    kept: "训练从最近的检查点在 {{on}} 上继续，不再使用编译的训练步。",
    todo: "无需操作；反馈问题时请附上后端报告。",
  },
  "out-of-memory": {
    what: "图形设备的内存已用完。",
    kept: "训练从最近的检查点在 {{on}} 上继续。",
    todo: "若想再用它训练，请减小批量或换用较小的模型。",
  },
  "worker-crashed": {
    what: "训练器意外停止。",
    kept: "最近的检查点仍在。",
    todo: "若训练停住，请按“训练”；若反复出现，请换用较小的模型。",
  },
  "loss-not-finite": {
    what: "第 {{step}} 步的损失已不是有限数。",
    kept: "第 {{keptStep}} 步的权重以及此前的曲线均已保留。",
    todo: "请从这些权重以更低的学习率继续，或重置。",
  },
  "manifest-missing": {
    what: "无法读取数据集清单。",
    kept: "您的设置已保留。",
    todo: "请检查与服务器的连接后重试。",
  },
  "chunk-missing": {
    what: "无法取得数据文件 {{file}}。",
    kept: "训练用已有的图像继续；本次运行不可与其他运行比较。",
    todo: "请检查网络连接后重试。",
  },
  "chunk-truncated": {
    what: "数据文件 {{file}} 不完整。",
    kept: "训练用已有的图像继续；本次运行不可与其他运行比较。",
    todo: "请重试；若仍如此，请重新生成数据集。",
  },
  "chunk-corrupt": {
    what: "数据文件 {{file}} 与其校验和不符。",
    kept: "训练用已有的图像继续；本次运行不可与其他运行比较。",
    todo: "请重试；若仍如此，请重新生成数据集。",
  },
  offline: {
    what: "没有网络，而此数据集从未访问过。",
    kept: "访问过的数据集无需网络即可使用。",
    todo: "请选择访问过的数据集，或联网后重试。",
  },
  "storage-denied": {
    what: "浏览器不允许此页面保存数据。",
    kept: "一切功能可用，但重新加载后会从头开始。",
    todo: "请用“分享”保留链接，或允许此页面使用存储。",
  },
  "checkpoint-invalid": {
    what: "无法读取已保存的运行。",
    kept: "设置已保留，训练从第 0 步开始。",
    todo: "请按“训练”。",
  },
  "weights-invalid": {
    what: "权重与模型不符：{{reason}}。",
    kept: "保留模型原有的权重。",
    todo: "请为每个张量给出名称、形状和相应个数的有限数。",
  },
  "lanes-full": {
    what: "已经有 {{count}} 路了。",
    kept: "未作任何更改。",
    todo: "请先移除一路。",
  },
  "lane-data": {
    what: "这一路无法与 A 路共用图像：{{reason}}。",
    kept: "未作任何更改。",
    todo: "请使用与 A 相同的数据集和图像尺寸。",
  },
  "lane-refused": {
    what: "链接中的 {{letter}} 路没有打开：它无法与 A 路共用图像（{{reason}}）。",
    kept: "链接的其余部分已生效。",
    todo: "可以另加一路，使用与 A 路相同的数据集和图像尺寸。",
  },
  "lane-left-out": {
    what: "链接中的 {{letter}} 路没有打开。",
    kept: "链接的其余部分已生效。",
    todo: "可以另加一路合适的实验。",
  },
  "lanes-beyond": {
    what: "链接中有 {{count}} 路，只能打开 A 至 D 路，其余的（{{letters}}）没有打开。",
    kept: "链接的其余部分已生效。",
    todo: "其余各路可以用另一个链接打开。",
  },
  "lane-begins-anew": {
    what: "在生成这个链接的地方，{{letter}} 路是从一次训练的第 {{step}} 步接着训练的。链接不含权重，因此在这里它从第 0 步开始。",
    kept: "它的设置与链接一致。",
    todo: "可以先把 A 路训练到那一步，再从历史中接着训练。",
  },
  "images-invalid": {
    what: "图像与模型不符：{{reason}}。",
    kept: "未作任何更改。",
    todo: "请给出 [0, 1] 内、按行排列、通道在最后的像素。",
  },
  unexpected: {
    what: "发生了不应出现的错误：{{reason}}。",
    kept: "设置和最近的检查点已保留。",
    todo: "请重试；后端报告有助于排查问题。",
  },
};
