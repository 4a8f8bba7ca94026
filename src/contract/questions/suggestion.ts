import { accessFeatures } from '../activity-kinds.js';
import { type Shaped, answer, id, list, oneOf, optional, postcode, text } from '../answer-shape.js';
import { emailPattern } from '../patterns.js';
import type { FieldIssue } from '../problem.js';
import { type Option, question, type RawAnswer } from '../question.js';

const places = ['in-person', 'online', 'both'] as const;
const yesOrNo = ['yes', 'no'] as const;
const everyone = ['everyone', 'some'] as const;

const age = (name: string) =>
  text(`suggestion.${name}`, 3, {
    pattern: /^(\d{1,2}|1[01]\d|12[0-5])$/,
    missing: 'field.missing',
  });

const hasVenue = (raw: RawAnswer): boolean =>
  raw['place'] === 'in-person' || raw['place'] === 'both';

const shape = answer(
  {
    name: text('suggestion.name', 100),
    description: text('suggestion.description', 2000),
    category: id({ max: 60, pattern: /./ }, 'suggestion.category.missing'),
    /** In words, such as “Tuesdays, 10am to noon”. */
    when: text('suggestion.when', 200),
    place: oneOf(places, 'suggestion.place.missing'),
    venue: optional(text('suggestion.venue', 100, { missing: 'field.missing' })),
    address: optional(text('suggestion.address', 150)),
    postcode: optional({
      ...postcode,
      missing: 'suggestion.postcode.missing',
      long: 'suggestion.postcode.shape',
      wrong: 'suggestion.postcode.shape',
    }),
    access: optional(list(oneOf(accessFeatures), accessFeatures.length)),
    free: oneOf(yesOrNo, 'suggestion.free.missing'),
    price: optional(text('suggestion.price', 100)),
    ages: oneOf(everyone, 'suggestion.ages.missing'),
    /** Years, in digits. */
    from: optional(age('from')),
    to: optional(age('to')),
    /** The group that runs it. */
    organisation: text('suggestion.organisation', 100),
    // Some of the numbers of helplines are short.
    phone: optional(
      text('suggestion.phone', 35, {
        pattern: /^(?=(\D*\d){3,20}\D*$)\+?[\d\s().-]+((ext|x)\.?\s*\d{1,5})?$/i,
        missing: 'field.missing',
      }),
    ),
    email: optional(
      text('suggestion.email', 254, { pattern: emailPattern, missing: 'field.missing' }),
    ),
    website: optional(
      text('suggestion.website', 500, {
        pattern: /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?$/i,
        missing: 'field.missing',
      }),
    ),
    yourName: text('suggestion.yourName', 70),
    yourEmail: text('suggestion.yourEmail', 254, { pattern: emailPattern }),
  },
  ...(['in-person', 'both'] as const).flatMap((value) => [
    {
      needs: 'address' as const,
      where: ['place', value] as const,
      missing: 'suggestion.address.missing',
    },
    {
      needs: 'postcode' as const,
      where: ['place', value] as const,
      missing: 'suggestion.postcode.missing',
    },
  ]),
  { needs: 'price', where: ['free', 'no'], missing: 'suggestion.price.missing' },
);

interface Category {
  readonly id: string;
  readonly label: string;
}

/** What the shape of a suggestion cannot know. */
export const suggestionIssues = (
  { category, ages, from, to, phone, email, website }: Shaped<typeof shape>,
  categories: readonly Pick<Category, 'id'>[],
): readonly FieldIssue[] => [
  ...(categories.some(({ id }) => id === category)
    ? []
    : [{ field: 'category', code: 'suggestion.category.missing' }]),
  ...(ages === 'some' && from === undefined && to === undefined
    ? [{ field: 'from', code: 'suggestion.from.missing' }]
    : []),
  ...(from !== undefined && to !== undefined && Number(to) < Number(from)
    ? [{ field: 'to', code: 'suggestion.to.clash' }]
    : []),
  ...(phone === undefined && email === undefined && website === undefined
    ? [{ field: 'phone', code: 'suggestion.phone.missing' }]
    : []),
];

/**
 * What a group tells of its activity, so that it can stand in the directory. No question of a referral, but asked and
 * read as they are.
 * @param categories those of the service
 */
export const suggestionOf = (categories: readonly Category[]) =>
  question({
    id: 'suggestion',
    section: 'help',
    mode: 'required',
    isEssential: true,
    fields: [
      { kind: 'text', name: 'name' },
      { kind: 'longText', name: 'description', max: 2000 },
      {
        kind: 'choice',
        name: 'category',
        options: () => categories.map(({ id: value, label }): Option => ({ value, label })),
      },
      { kind: 'text', name: 'when' },
      { kind: 'choice', name: 'place', options: () => places.map((value) => ({ value })) },
      { kind: 'text', name: 'venue', optional: true, when: hasVenue },
      { kind: 'text', name: 'address', when: hasVenue },
      { kind: 'text', name: 'postcode', width: 'postcode', when: hasVenue },
      {
        kind: 'choices',
        name: 'access',
        optional: true,
        options: () => accessFeatures.map((value) => ({ value })),
        when: hasVenue,
      },
      { kind: 'choice', name: 'free', options: () => yesOrNo.map((value) => ({ value })) },
      { kind: 'text', name: 'price', when: (raw) => raw['free'] === 'no' },
      { kind: 'choice', name: 'ages', options: () => everyone.map((value) => ({ value })) },
      { kind: 'text', name: 'from', width: 'postcode', when: (raw) => raw['ages'] === 'some' },
      { kind: 'text', name: 'to', width: 'postcode', when: (raw) => raw['ages'] === 'some' },
      { kind: 'text', name: 'organisation', autocomplete: 'organization' },
      { kind: 'text', name: 'phone', type: 'tel', width: 'phone', optional: true },
      { kind: 'text', name: 'email', type: 'email', optional: true },
      { kind: 'text', name: 'website', optional: true },
      { kind: 'text', name: 'yourName', autocomplete: 'name' },
      { kind: 'text', name: 'yourEmail', type: 'email', autocomplete: 'email' },
    ],
    answer: shape,
    check: (suggestion) => suggestionIssues(suggestion, categories),
  });

/** What a suggested activity looks like as it is sent. */
export const suggestionShape = shape;
