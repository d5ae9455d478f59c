/** The borders of the map in DESIGN.md; `bin/lib/boundaries.mjs` runs it. @type {import('dependency-cruiser').IConfiguration} */
const PRODUCT = '^src/products/([^/]+)/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid(
      'no-circular',
      'Modules that run each other are one module (types may be shared both ways).',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('resolvable', 'An import names something that exists.', {}, { couldNotResolve: true }),
    forbid(
      'shared-knows-no-product',
      'What all stand on knows neither the products nor the demo world.',
      { path: '^src/shared/' },
      { path: '^src/(products|demo)/' },
    ),
    forbid(
      'products-meet-at-the-door',
      "A product uses another one only through that one's index.ts.",
      { path: PRODUCT },
      { path: '^src/products/', pathNot: ['^src/products/$1/', '^src/products/[^/]+/index\\.tsx?$'] },
    ),
    forbid(
      'privacy-reads-declarations',
      'Privacy works from the declarations: beside who people are (school) it knows no other product.',
      { path: '^src/products/privacy/' },
      { path: '^src/products/', pathNot: ['^src/products/privacy/', '^src/products/school/index\\.ts$'] },
    ),
    forbid(
      'demo-is-outside',
      'The demo world is made from outside: no product knows it.',
      { path: '^src/products/' },
      { path: '^src/demo/' },
    ),
    forbid(
      'no-tests-in-the-product',
      'Only tests use what is made for tests and measurements.',
      { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      { path: ['^(test|bench)/', '\\.test\\.tsx?$'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
