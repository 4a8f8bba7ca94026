interface Entry {
  readonly name?: string;
  readonly kind?: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly attribute?: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Declaration extends Entry {
  readonly tagName?: string;
  readonly members?: readonly Entry[];
  readonly slots?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

// A property with an attribute is listed only once, as the attribute.
const isListed = ({ privacy, static: isStatic, attribute }: Entry): boolean =>
  (privacy ?? 'public') === 'public' && isStatic !== true && attribute === undefined;

const renamed = (entries: readonly Entry[], name: (entry: Entry) => string): readonly Entry[] =>
  entries.map((entry) => ({ ...entry, name: name(entry) }));

/** The prefix of the controls that fill a slot. */
export const slotControl = 'slot: ';

const describeElement = (one: Declaration): Declaration => ({
  ...one,
  members: (one.members ?? []).filter(isListed),
  // A slot, a part and an attribute may have the same name, so each gets a different one here.
  slots: renamed(one.slots ?? [], ({ name = '' }) => slotControl + (name || 'default')),
  cssParts: renamed(one.cssParts ?? [], ({ name = '' }) => `::part(${name})`),
});

/** The manifest without the members that only an element itself may use. */
export const publicManifest = (manifest: Manifest): Manifest => ({
  ...manifest,
  modules: manifest.modules.map(({ declarations, ...module }) => ({
    ...module,
    declarations: (declarations ?? []).map((one) =>
      one.tagName === undefined ? one : describeElement(one),
    ),
  })),
});
