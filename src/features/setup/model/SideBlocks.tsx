/** One side of the model: its blocks, and the edges between them with their shapes and `+`. */
import { Fragment } from "react";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { useText } from "#/i18n/useText.ts";
import { BlockPart } from "#/features/setup/model/BlockPart.tsx";
import type { Side } from "#/features/setup/model/blockEdits.ts";
import { shapeText } from "#/features/setup/model/drawing.ts";
import { EdgePart } from "#/features/setup/model/EdgePart.tsx";
import { blockWaits, edgeShape } from "#/features/setup/model/flow.ts";
import type { useBlockDrag } from "#/features/setup/model/useBlockDrag.ts";
import type { ModelEdit } from "#/features/setup/model/useModelEdit.ts";

export interface SideBlocksProps {
  readonly side: Side;
  readonly edit: ModelEdit;
  readonly drag: ReturnType<typeof useBlockDrag>;
  readonly running: ExperimentConfig;
  /** Null while the shapes are not known. */
  readonly vae: ResolvedVae | null;
  readonly focusBlock: (side: Side, index: number) => void;
  readonly announce: (text: string) => void;
}

export function SideBlocks({
  side,
  edit,
  drag,
  running,
  vae,
  focusBlock,
  announce,
}: SideBlocksProps) {
  const t = useText();
  const blocks = edit.draft.model[side];
  const name = t(`setup.model.${side}`);

  const insert = (at: number): void => {
    if (!edit.insert(side, at)) return;
    announce(t("setup.model.added", { side: name }));
    focusBlock(side, at);
  };
  const remove = (at: number): void => {
    if (!edit.remove(side, at)) return;
    announce(t("setup.model.removed"));
    focusBlock(side, at);
  };
  const move = (from: number, to: number): void => {
    if (!edit.move(side, from, to)) return;
    announce(t("setup.model.moved", { index: to + 1, count: blocks.length }));
    focusBlock(side, to);
  };

  const edges = Array.from({ length: blocks.length + 1 }, (_, at) => at);
  const dropsAt = drag.drag !== null && drag.drag.side === side ? drag.drag : null;
  return edges.map((at) => {
    const block = blocks[at];
    const id = `${side}/${String(at)}`;
    return (
      <Fragment key={at}>
        <EdgePart
          shape={vae === null ? "" : shapeText(edgeShape(vae, side, at))}
          addLabel={t("setup.model.add", { side: name, index: at })}
          joined={vae !== null && at === 0 ? vae.classes : 0}
          refusal={edit.problem?.at === `${side}+${String(at)}` ? edit.problem : null}
          onCured={edit.forget}
          dropsHere={dropsAt !== null && at === dropsAt.to + (dropsAt.to > dropsAt.from ? 1 : 0)}
          onAdd={() => {
            insert(at);
          }}
        />
        {block !== undefined && (
          <BlockPart
            side={side}
            index={at}
            count={blocks.length}
            block={block}
            map={mapFor(edit)}
            waiting={blockWaits(edit.draft, running, side, at)}
            open={edit.open === id}
            refusal={edit.problem?.at === id ? edit.problem : null}
            onCured={edit.forget}
            offset={dropsAt?.from === at ? dropsAt.offset : null}
            handlers={drag.handlers(side, at)}
            onToggle={() => {
              if (!drag.wasDragged()) edit.setOpen(edit.open === id ? null : id);
            }}
            onReplace={(next) => edit.replace(side, at, next)}
            onChoose={(next) => {
              edit.choose(side, at, next);
            }}
            onRemove={() => {
              remove(at);
            }}
            onMove={(by) => {
              move(at, at + by);
            }}
          />
        )}
      </Fragment>
    );
  });
}

/** A map that two doublings bring to the image, where its sides allow: 7×7 for 28×28. */
function mapFor(edit: ModelEdit): readonly [number, number] {
  const [height, width] = edit.image ?? [28, 28, 1];
  return height % 4 === 0 && width % 4 === 0 ? [height / 4, width / 4] : [height, width];
}
