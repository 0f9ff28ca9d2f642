/**
 * Who may import whom. The table is in docs/ARCHITECTURE.md; each rule here is one row of it. Tests are
 * exempt: they stand beside the code and may use builders and test libraries.
 */
const test = '\\.test\\.(ts|tsx)$';
const node = { dependencyTypes: ['core'] };
const packages = (names) => `^node_modules/(${names})(/|$)`;
const web = packages('next|@next|react|react-dom|@payloadcms/(next|ui)');

/** A row: files below `from` may not import what `to` matches. */
const no = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: test, ...(typeof from === 'string' ? { path: from } : from) },
  to: typeof to === 'string' ? { path: to } : to,
});

/** Types vanish in the build, so they tie nothing together. */
const values = { dependencyTypesNot: ['type-only'] };

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea in two places.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    no(
      'slugs-are-a-leaf',
      'Anything may import the slugs, so they import nothing.',
      '^collections/slugs\\.ts$',
      '.',
    ),

    no('core-is-pure', 'The core imports itself alone.', '^src/core/', {
      path: '^(src|collections|scripts|tests|payload\\.config)',
      pathNot: '^src/core/',
    }),
    no(
      'core-has-few-packages',
      'A small date library is fine; Payload, Next, React and I/O are not.',
      '^src/core/',
      {
        path: '^node_modules/',
        pathNot: packages('temporal-polyfill|temporal-spec|canonicalize'),
      },
    ),
    no('core-does-no-io', 'The core reads no files, clock, randomness or network.', '^src/core/', node),

    no('access-is-thin', 'Access functions ask the core, nothing else.', '^src/access/', {
      path: '^(src/(?!core/|access/|payload-types)|collections/(?!slugs\\.ts)|scripts/|tests/)',
    }),
    // Hooks that several collections share live in src/server as hook.ts, hooks.ts or hooks/.
    no(
      'collections-declare',
      'Declarations use core, access and labels; only hooks may call use cases.',
      { path: '^collections/', pathNot: ['/hooks/', test] },
      {
        path: '^src/(server|endpoints|media|integrations|ui|desk|app)/',
        pathNot: ['^src/server/[^/]+/hooks?\\.ts$', '^src/server/[^/]+/hooks/'],
        ...values,
      },
    ),
    no(
      'hooks-call-use-cases',
      'Hooks gather, call the server or the core, and turn refusals into errors.',
      '^collections/.*/hooks/',
      '^src/(endpoints|media|integrations|ui|desk|app|admin)/',
    ),
    no(
      'declarations-know-no-web',
      'Access and collections know Payload only.',
      '^(src/access|collections)/',
      { path: web, ...values },
    ),

    no(
      'server-stands-alone',
      'Use cases know core, themselves, and outer things through interfaces.',
      '^src/server/',
      {
        path: '^(src/(access|endpoints|ui|desk|admin|app)/|collections/(?!slugs\\.ts)|scripts/|tests/)',
      },
    ),
    no(
      'server-reaches-out-by-interface',
      'Of media and integrations the server sees what their index.ts offers, and no more.',
      '^src/server/',
      {
        path: '^src/(media|integrations)/',
        pathNot: '^src/(media|integrations/[^/]+)/index\\.ts$',
        ...values,
      },
    ),
    no('server-knows-no-web', 'Never Next or React.', '^src/server/', web),

    no(
      'outer-modules-stand-alone',
      'Media and integrations use the core, the environment and the log.',
      '^src/(media|integrations)/',
      {
        path: '^(src/(?!core/|media/|integrations/|server/(env|log)\\.ts)|collections/|scripts/|tests/)',
      },
    ),
    no('media-and-integrations-are-apart', 'Each knows itself.', '^src/media/', '^src/integrations/'),
    no('integrations-and-media-are-apart', 'Each knows itself.', '^src/integrations/', '^src/media/'),

    no('endpoints-translate', 'HTTP in, use case, HTTP out: core, server, access.', '^src/endpoints/', {
      path: '^(src/(ui|desk|admin|app)/|collections/(?!slugs\\.ts)|scripts/|tests/)',
    }),
    no('endpoints-know-no-web', 'Payload calls them: Request in, Response out.', '^src/endpoints/', web),

    no('ui-shows', 'Shared React: props in, no fetching.', '^src/ui/', {
      path: '^(src/(?!core/|ui/)|collections/|scripts/|tests/)',
    }),
    no('ui-has-few-packages', 'React alone.', '^src/ui/', {
      path: '^node_modules/',
      pathNot: packages('react|react-dom|@types/react|csstype'),
    }),
    no('desk-renders', 'Rendering of the staff page: core, ui, React.', '^src/desk/', {
      path: '^(src/(?!core/|ui/|desk/)|collections/|scripts/|tests/)',
    }),
    no(
      'desk-client-is-small',
      'The script on the phone imports no package.',
      '^src/desk/client/',
      '^node_modules/',
    ),

    no(
      'nothing-imports-scripts-or-tests',
      'They stand on top.',
      '^(src|collections|payload\\.config)',
      '^(scripts|tests)/',
    ),
    no(
      'nothing-imports-pages',
      'Pages and views are entered by Next and Payload alone.',
      { path: '^(src|collections)/', pathNot: ['^src/app/', test] },
      '^src/app/',
    ),
    no(
      'no-test-code-in-the-product',
      'Development packages stay out of what is served.',
      '^(src|collections|payload\\.config)',
      {
        dependencyTypes: ['npm-dev'],
        ...values,
        pathNot: packages('@types'),
      },
    ),
    no('every-import-exists', 'A path that leads nowhere.', '.', { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(importMap\\.js|payload-types\\.ts)$' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
