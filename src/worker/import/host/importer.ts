/** What the importing worker does: list, preview, import. Knows no messages; see serve.ts. */
import type { OwnListing, OwnOptions, OwnPreview } from "#/core/data/ownImages.ts";
import { buildSet, type DecodeGroup } from "#/data/own/buildSet.ts";
import { findSources } from "#/data/own/findSources.ts";
import type { OwnStore } from "#/data/own/ownStore.ts";
import { ImportError } from "#/data/own/problem.ts";
import { createSkipLog, type SkipLog, type Sources } from "#/data/own/source.ts";
import { previewOf, seemsGrey } from "#/worker/import/host/preview.ts";
import type { ImportHandlers } from "#/worker/import/host/serve.ts";
import type { OwnFile } from "#/worker/import/protocol/messages.ts";

export interface ImporterDeps {
  readonly store: OwnStore;
  readonly createDecoder: (options: OwnOptions) => DecodeGroup;
  /** Runs an import apart from other pages' clearing up. */
  readonly whileImporting: <T>(task: () => Promise<T>) => Promise<T>;
  /** A folder name no other import has. */
  readonly newFolder: () => string;
}

export function createImporter(deps: ImporterDeps): ImportHandlers {
  let listed: { readonly sources: Sources; readonly skipped: SkipLog } | null = null;

  function current(): NonNullable<typeof listed> {
    if (listed === null) throw new ImportError("nothing-found");
    return listed;
  }

  function preview(sources: Sources, options: OwnOptions): Promise<OwnPreview> {
    return previewOf(sources, options, deps.createDecoder(options));
  }

  return {
    async list({ files }) {
      listed = null;
      const skipped = createSkipLog();
      const sources = await findSources(files, skipped);
      listed = { sources, skipped };
      const first = await preview(sources, firstLook);
      return listingOf(sources, skipped, suggest(files, sources, first));
    },
    preview: ({ options }) => preview(current().sources, options),
    import: ({ options, name }, signal, onProgress) =>
      deps.whileImporting(async () => {
        const { sources, skipped: before } = current();
        const skipped = createSkipLog(before);
        const entry = await buildSet({
          ...{ sources, options, name, skipped, onProgress, signal },
          folder: deps.newFolder(),
          store: deps.store,
          decode: deps.createDecoder(options),
        });
        return { entry, skipped: { count: skipped.count, first: skipped.first } };
      }),
  };
}

const firstLook: OwnOptions = { size: 28, crop: "centre", colour: "colour", background: "black" };

function listingOf(
  { items, labels, classes, tooManyClasses }: Sources,
  { count, first }: SkipLog,
  suggested: OwnListing["suggested"],
): OwnListing {
  const images = classes.map(() => 0);
  for (const label of labels) images[label] = (images[label] ?? 0) + 1;
  return {
    images: items.length,
    classes: classes.map((name, label) => ({ name, images: images[label] ?? 0 })),
    tooManyClasses,
    skipped: { count, first },
    suggested,
  };
}

function suggest(
  files: readonly OwnFile[],
  { items }: Sources,
  first: OwnPreview,
): OwnListing["suggested"] {
  const grey = seemsGrey(first);
  const path = files.length === 1 ? files[0]?.path : items[0]?.path;
  const [top = ""] = (path ?? "").split("/");
  const foldered = files.length === 1 || path?.includes("/") === true;
  return {
    name: foldered ? top.replace(/\.[a-z0-9]{1,4}$/i, "").slice(0, 40) : "",
    // Four halvings of 32 leave 2; 28 is what MNIST's models are made for.
    size: grey ? 28 : 32,
    colour: grey ? "grey" : "colour",
  };
}
