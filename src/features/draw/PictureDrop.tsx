/** Takes a picture dropped onto what it holds, or chosen as a file; says why one cannot be read. */
import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { rasterSide } from "#/core/data/drawing.ts";
import { colourSquare, inkSquare } from "#/core/data/picture.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import styles from "#/features/draw/DrawTab.module.css";
import { hasPad } from "#/features/draw/hasPad.ts";
import { readPicture } from "#/features/draw/readPicture.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { drawOn, showPicture } from "#/state/tools/drawn.ts";
import { Button } from "#/ui/Button.tsx";

interface PictureDropProps {
  readonly shape: ImageShape;
  readonly children: ReactNode;
}

export function PictureDrop({ shape, children }: PictureDropProps) {
  const t = useText();
  const app = useAppParts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const newest = useRef<File | null>(null);
  const grey = hasPad(shape);
  const [side] = shape;

  async function take(file: File): Promise<void> {
    newest.current = file;
    try {
      const picture = await readPicture(file, grey ? "white" : "black");
      if (newest.current !== file) return;
      setRefused(null);
      if (grey) drawOn(app, side, inkSquare(picture, rasterSide({ side })));
      else showPicture(app, colourSquare(picture, side));
    } catch {
      // Whatever a decoder objects to, the reader can only bring another file.
      setRefused(file.name);
    }
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void take(file);
  }

  return (
    // Dropping has its twin for keys in the file input.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t("tabs.draw.bring")}
      className={styles["drop"]}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={onDrop}
    >
      {children}
      <div className={styles["bring"]}>
        <Button onClick={() => input.current?.click()}>{t("tabs.draw.bring")}</Button>
        <span className={styles["note"]}>
          {t(grey ? "tabs.draw.bringGrey" : "tabs.draw.bringColour", { side })}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        className="visuallyHidden"
        tabIndex={-1}
        aria-label={t("tabs.draw.bring")}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file !== undefined) void take(file);
        }}
      />
      <p className={styles["refused"]} role="status">
        {refused === null ? "" : t("tabs.draw.refused", { name: refused })}
      </p>
    </div>
  );
}
