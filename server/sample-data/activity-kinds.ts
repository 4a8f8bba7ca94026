/** Names and descriptions for sample activities of one category. */
export interface ActivityKind {
  readonly category: string;
  readonly names: readonly string[];
  readonly descriptions: readonly string[];
  /** Advice has no dates: people get in touch when they need it. */
  readonly isAdvice?: boolean;
}

/** The kinds of sample activities. */
export const activityKinds: readonly ActivityKind[] = [
  {
    category: 'volunteering',
    names: [
      'Volunteer welcome morning',
      'Community kitchen helpers',
      'Charity shop volunteers',
      'Park clean-up crew',
      'Library volunteers',
    ],
    descriptions: [
      'Help others for an hour or two a week. We find a role that suits you.',
      'Meet people while you do something useful. No experience is needed.',
    ],
  },
  {
    category: 'arts',
    names: [
      'Watercolour for beginners',
      'Community choir',
      'Craft and chat',
      'Pottery afternoon',
      'Singing for lungs',
      'Knit and natter',
      'Drama workshop',
    ],
    descriptions: [
      'Make something with your hands in good company.',
      'You do not need to be good at it. You only need to like it.',
      'All materials are there. Bring yourself.',
    ],
  },
  {
    category: 'learning',
    names: [
      'English conversation group',
      'Family history club',
      'Local history talks',
      'Reading group',
      'Maths for everyday life',
      'Beginners’ British Sign Language',
    ],
    descriptions: [
      'Learn something new together, at an easy pace.',
      'A small group, a patient tutor, and time for questions.',
    ],
  },
  {
    category: 'gardening',
    names: [
      'Grow together allotment',
      'Community garden morning',
      'Wildlife garden club',
      'Seed swap and tea',
      'Gardening for wellbeing',
    ],
    descriptions: [
      'Dig, plant or just sit among the green. Tools and gloves are there.',
      'We grow vegetables and share them at the end.',
    ],
  },
  {
    category: 'befriending',
    names: [
      'Friendly phone calls',
      'Tea and company',
      'Befriending visits',
      'Good neighbours',
      'Men’s shed',
      'Chatty table',
    ],
    descriptions: [
      'Somebody to talk to, once a week, for as long as you like.',
      'Come for a cup of tea and stay for the company.',
      'For people who spend more time alone than they would like.',
    ],
  },
  {
    category: 'cookery',
    names: [
      'Cook and eat together',
      'Cooking on a budget',
      'Slow cooker club',
      'Cooking for one',
      'Bread making',
    ],
    descriptions: [
      'Learn simple meals, then eat them together.',
      'Good food that does not cost much. Recipes to take home.',
    ],
  },
  {
    category: 'healthy-eating',
    names: [
      'Healthy eating advice',
      'Eat well with diabetes',
      'Weight and wellbeing group',
      'Food for a healthy heart',
    ],
    descriptions: [
      'Friendly advice on food, with no lectures.',
      'Small changes that last, with a group behind you.',
    ],
  },
  {
    category: 'moving',
    names: [
      'Walking group',
      'Chair yoga',
      'Gentle exercise',
      'Walking football',
      'Swimming for confidence',
      'Tai chi in the park',
      'Dance for over 60s',
      'Cycling for beginners',
    ],
    descriptions: [
      'Move as much as feels right for you. Everybody goes at their own pace.',
      'Easy on the joints, and good for the mood.',
      'A leader walks at the front and another at the back, so that nobody is left behind.',
    ],
  },
  {
    category: 'money',
    isAdvice: true,
    names: [
      'Money and benefits advice',
      'Debt advice',
      'Help with energy bills',
      'Budgeting one to one',
    ],
    descriptions: [
      'Free and private help to check what you can get and to sort out bills.',
      'An adviser goes through your letters with you.',
    ],
  },
  {
    category: 'housing',
    isAdvice: true,
    names: ['Housing advice', 'Help with repairs', 'Tenants’ drop-in', 'Warm home visits'],
    descriptions: [
      'Help with rent, repairs, or somewhere to live.',
      'We talk to landlords with you.',
    ],
  },
  {
    category: 'food',
    names: ['Community pantry', 'Food bank', 'Community café', 'Free breakfast'],
    descriptions: [
      'Food for whoever needs it. Nobody asks many questions.',
      'Pay what you can, or nothing.',
    ],
  },
  {
    category: 'work',
    names: ['Job club', 'CV workshop', 'Back to work coaching', 'Skills for interviews'],
    descriptions: [
      'Help to find work, with time for what you need.',
      'Computers, printing and a coach are there.',
    ],
  },
  {
    category: 'carers',
    names: ['Carers’ coffee morning', 'Carers’ support group', 'Young carers’ club'],
    descriptions: [
      'A break, and people who know what it is like to look after somebody.',
      'Bring the person you care for if you like.',
    ],
  },
  {
    category: 'bereavement',
    names: ['Bereavement café', 'Walking through grief', 'Loss support group'],
    descriptions: ['Talk, listen or just be there. There is no right way to grieve.'],
  },
  {
    category: 'wellbeing',
    names: [
      'Mindfulness group',
      'Anxiety support group',
      'Wellbeing drop-in',
      'Stress workshop',
      'Peer support evening',
    ],
    descriptions: [
      'A safe place to talk about how you feel.',
      'Learn ways to cope with worry and low mood.',
    ],
  },
  {
    category: 'conditions',
    names: [
      'Living well with pain',
      'Stroke support group',
      'Memory café',
      'Diabetes support group',
      'Breathe easy group',
    ],
    descriptions: [
      'Meet others who live with the same condition.',
      'Tips, talk and tea, with a nurse who looks in.',
    ],
  },
  {
    category: 'safety',
    isAdvice: true,
    names: [
      'Somebody to turn to',
      'Safe at home visits',
      'Help after a scam',
      'Hate crime support',
    ],
    descriptions: [
      'Talk in private to somebody who believes you. You decide what happens next.',
      'We come to your home, check locks and alarms, and fit new ones.',
    ],
  },
  {
    category: 'families',
    names: ['Stay and play', 'Parents’ drop-in', 'Family fun afternoon', 'Baby massage'],
    descriptions: [
      'For children and whoever looks after them.',
      'Toys, songs and other parents to talk to.',
    ],
  },
  {
    category: 'transport',
    isAdvice: true,
    names: ['Community transport', 'Volunteer drivers', 'Travel training'],
    descriptions: [
      'Lifts to appointments and activities for people who cannot use the bus.',
      'Learn to use buses and trains with somebody beside you.',
    ],
  },
  {
    category: 'digital',
    names: ['Tablet and phone help', 'Computers for beginners', 'Get online drop-in'],
    descriptions: [
      'Bring your phone or tablet and your questions.',
      'One to one help, as slowly as you like.',
    ],
  },
];

/** Second parts of the names of sample venues. */
export const venueNames = [
  'Community Centre',
  'Village Hall',
  'Library',
  'Methodist Hall',
  'Leisure Centre',
  'Health Hub',
  'Family Centre',
  'Arts Centre',
];

/** First parts of the names of sample organisations. */
export const organisationNames = [
  'Riverbank',
  'Bluebell',
  'Lantern',
  'Stepping Stones',
  'Open Gate',
  'Harbour',
  'Willow',
  'Good Company',
  'Kingfisher',
  'Daybreak',
  'Common Ground',
  'Copper Kettle',
];

/** Language tags of the languages besides English that sample activities offer. */
export const otherLanguages = ['pl', 'ur', 'pa', 'ar', 'ro', 'bn', 'cy', 'fa', 'uk', 'bfi'];
