/** What was found, how it is to be stored, and ten images as the network will see them. */
import { useState } from "react";
import { ownSizes, type OwnListing, type OwnOptions } from "#/core/data/ownImages.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";
import { FoundLine } from "#/features/setup/data/own/FoundLine.tsx";
import { OptionRow } from "#/features/setup/data/own/OptionRow.tsx";
import { PreviewSheet } from "#/features/setup/data/own/PreviewSheet.tsx";
import { SkippedList } from "#/features/setup/data/own/SkippedList.tsx";
import type { OwnImport } from "#/features/setup/data/own/useOwnImport.ts";
import styles from "./OwnImages.module.css";

interface ImportOptionsProps {
  readonly listing: OwnListing;
  readonly task: OwnImport;
}

export function ImportOptions({ listing, task }: ImportOptionsProps) {
  const t = useText();
  const format = useNumberFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const { options, preview } = task;
  const suggested =
    listing.suggested.name === "" ? t("ownImages.options.defaultName") : listing.suggested.name;
  const name = typed ?? suggested;
  const set = (change: Partial<OwnOptions>): void => {
    void task.setOptions({ ...options, ...change });
  };
  return (
    <form
      className={styles["steps"]}
      onSubmit={(event) => {
        event.preventDefault();
        void task.start(name.trim() === "" ? suggested : name.trim());
      }}
    >
      <FoundLine listing={listing} />
      <PreviewSheet preview={preview} options={options} plain={listing.classes.length < 2} />
      <div className={styles["options"]}>
        <OptionRow
          label={t("ownImages.options.size")}
          value={String(options.size)}
          options={ownSizes.map((size) => ({
            value: String(size),
            label: t(`ownImages.options.sizes.${size}`),
          }))}
          onChange={(value) => {
            const size = ownSizes.find((side) => String(side) === value);
            if (size !== undefined) set({ size });
          }}
        />
        <OptionRow
          label={t("ownImages.options.colour")}
          value={options.colour}
          options={[
            { value: "grey", label: t("ownImages.options.grey") },
            { value: "colour", label: t("ownImages.options.coloured") },
          ]}
          onChange={(colour) => {
            set({ colour });
          }}
        />
        <OptionRow
          label={t("ownImages.options.crop")}
          value={options.crop}
          options={[
            { value: "centre", label: t("ownImages.options.centre") },
            { value: "fit", label: t("ownImages.options.fit") },
          ]}
          onChange={(crop) => {
            set({ crop });
          }}
        />
        <OptionRow
          label={t("ownImages.options.background")}
          value={options.background}
          options={[
            { value: "black", label: t("ownImages.options.black") },
            { value: "white", label: t("ownImages.options.white") },
          ]}
          onChange={(background) => {
            set({ background });
          }}
        />
      </div>
      <label className={styles["name"]}>
        {t("ownImages.options.name")}
        <input
          value={name}
          maxLength={60}
          autoComplete="off"
          data-testid="own-name"
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </label>
      <div className={styles["row"]}>
        <Button type="submit" data-testid="own-import">
          {t("ownImages.start", { count: listing.images, images: format(listing.images) })}
        </Button>
        <Button look="quiet" onClick={task.again}>
          {t("ownImages.found.again")}
        </Button>
      </div>
      <SkippedList
        skipped={{
          count: listing.skipped.count + (preview?.skipped.length ?? 0),
          first: [...listing.skipped.first, ...(preview?.skipped ?? [])],
        }}
      />
    </form>
  );
}
