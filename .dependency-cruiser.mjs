/**
 * Who may import whom, as docs/decisions/folders-by-feature.md explains. Dynamic imports, generated modules and
 * type-only imports count, too.
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** The features of the bundle, and the folders of the backend that are features. */
const features = ['referral', 'directory', 'status', 'suggestion', 'audience-menu', 'about'];
const serverFeatures = [
  'referrals',
  'practices',
  'suggestions',
  'reports',
  'directory',
  'open-referral-uk',
  'openapi',
  'pages',
  'sample-data',
];

const oneOf = (names) => `(${names.join('|')})`;

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two modules that import each other cannot be understood or tested apart.',
      severity: 'error',
      from: { path: '^(src|server|bench|demo|scripts)/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'The module does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'src-stays-in-src',
      comment:
        'What pages download imports nothing of the backend, the demonstration, stories or tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(server|stories|demo|test|bench|scripts|\\.storybook)/' },
    },
    {
      name: 'core-knows-no-feature',
      severity: 'error',
      from: { path: '^src/(core|i18n|tokens)/' },
      to: { path: `^src/${oneOf(features)}/` },
    },
    {
      name: 'i18n-and-tokens-are-leaves',
      severity: 'error',
      from: { path: '^src/(i18n|tokens)/' },
      to: { path: '^src/', pathNot: '^src/(i18n/|tokens/|core/[^/]+\\.ts$)' },
    },
    {
      name: 'features-know-contracts-of-others',
      comment:
        'A feature imports core, and of another feature its contract; the opener of the form is the one way from other features into it.',
      severity: 'error',
      from: { path: `^src/${oneOf(features)}/` },
      to: {
        path: `^src/${oneOf(features)}/`,
        pathNot: ['^src/$1/', `^src/${oneOf(features)}/contract/`, '^src/referral/opener/'],
      },
    },
    {
      name: 'contracts-are-pure',
      comment: 'The contract is shared with the backend: schemas, types and pure functions.',
      severity: 'error',
      from: { path: '^src/[^/]+/contract/' },
      to: {
        path: '^(src|node_modules)/',
        pathNot: [
          '^src/[^/]+/contract/',
          '^src/core/service/[^/]+\\.ts$',
          '^src/core/[^/]+\\.ts$',
          '^node_modules/zod/',
        ],
      },
    },
    {
      name: 'pages-load-no-staff-endpoints',
      comment:
        'The responses that staff read hold the answers to all questions; only the package exports them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/contract\\.ts$' },
      to: { path: '/contract/staff-endpoints\\.ts$' },
    },
    {
      name: 'no-classic-zod',
      comment:
        'Import zod/mini: classic zod is 20 kB more and compiles code at run time, which strict policies forbid.',
      severity: 'error',
      from: { path: '^(src|server)/' },
      to: { path: '^node_modules/zod/', pathNot: '^node_modules/zod/(v4/)?(mini|core)/' },
    },
    {
      name: 'states-are-pure',
      comment:
        'State machines know no Lit, no network and no page: they are tested by tables, without a browser.',
      severity: 'error',
      from: { path: '-(state|journey|query|place)\\.ts$' },
      to: { path: ['^node_modules/(lit|@lit)', '\\.styles\\.ts$', '^src/core/element/'] },
    },
    {
      name: 'server-imports-contracts',
      comment:
        'The backend imports contracts, the readers of feeds and messages, nothing that pages draw.',
      severity: 'error',
      from: { path: '^server/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/[^/]+/contract/',
          '^src/core/service/[^/]+\\.ts$',
          '^src/core/[^/]+\\.ts$',
          '^src/directory/open-referral/',
          '^src/i18n/',
        ],
      },
    },
    {
      name: 'server-base-knows-no-feature',
      severity: 'error',
      from: { path: '^server/(http|settings|database|embedded-postgres|geography|log)/' },
      to: { path: `^server/(${serverFeatures.join('|')}|commands)/` },
    },
    {
      name: 'server-features-know-contracts-of-others',
      severity: 'error',
      from: { path: `^server/${oneOf(serverFeatures)}/` },
      to: {
        path: `^server/${oneOf(serverFeatures)}/`,
        pathNot: ['^server/$1/', `^server/${oneOf(serverFeatures)}/contract/`],
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
