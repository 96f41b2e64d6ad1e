/** Takes a picture dropped onto what it holds, or chosen as a file; says why one cannot be read. */
import { useRef, useState, type ReactNode } from "react";
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
import { DropArea } from "#/ui/DropArea.tsx";

interface PictureDropProps {
  readonly shape: ImageShape;
  readonly children: ReactNode;
}

export function PictureDrop({ shape, children }: PictureDropProps) {
  const t = useText();
  const app = useAppParts();
  const input = useRef<HTMLInputElement>(null);
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

  return (
    <DropArea
      label={t("tabs.draw.bring")}
      className={styles["drop"]}
      onDrop={({ files: [file] }) => {
        if (file !== undefined) void take(file);
      }}
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
    </DropArea>
  );
}
