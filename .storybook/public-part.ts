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

// A property that has an attribute is told of once, as the attribute.
const isTold = ({ privacy, static: isStatic, attribute }: Entry): boolean =>
  (privacy ?? 'public') === 'public' && isStatic !== true && attribute === undefined;

const renamed = (entries: readonly Entry[], name: (entry: Entry) => string): readonly Entry[] =>
  entries.map((entry) => ({ ...entry, name: name(entry) }));

/** How the slot of a name is called among an element's controls. */
export const slotControl = 'slot: ';

const tell = (one: Declaration): Declaration => ({
  ...one,
  members: (one.members ?? []).filter(isTold),
  // A slot, a part and an attribute may have the same name, and each is told of.
  slots: renamed(one.slots ?? [], ({ name = '' }) => slotControl + (name || 'default')),
  cssParts: renamed(one.cssParts ?? [], ({ name = '' }) => `::part(${name})`),
});

/** The manifest as designers read it: without what only an element itself may touch. */
export const publicPart = (manifest: Manifest): Manifest => ({
  ...manifest,
  modules: manifest.modules.map(({ declarations, ...module }) => ({
    ...module,
    declarations: (declarations ?? []).map((one) => (one.tagName === undefined ? one : tell(one))),
  })),
});
