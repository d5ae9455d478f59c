// Looks for imports that break the borders in .dependency-cruiser.cjs, in the folders of the working directory. Fails
// too when fewer modules were looked at than there are: without a parser for TypeScript it would look at none and pass.
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'

const require = createRequire(import.meta.url)
const { forbidden, options } = require('../../.dependency-cruiser.cjs')

// The walker that dependency-cruiser borrows does not know `using`; to it that is another `const`.
const { Visitor } = require('@swc/core/Visitor.js')
const visitStatement = Visitor.prototype.visitStatement
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement)
  return this.visitVariableDeclaration({ ...statement, type: 'VariableDeclaration', declarations: statement.decls })
}

const folders = ['src', 'test', 'bench'].filter((folder) => existsSync(folder))
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
)

const { output } = await cruise(folders, { ...options, validate: true, ruleSet: { forbidden } })
const cruised = new Set(output.modules.filter((module) => !module.couldNotResolve).map((module) => module.source))
const missed = files.filter((file) => !cruised.has(file))

for (const { rule, from, to, cycle } of output.summary.violations) {
  const comment = forbidden.find(({ name }) => name === rule.name).comment
  console.error(`${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}: ${comment} (${rule.name})`)
}
for (const file of missed) console.error(`${file} was not looked at`)
const failed = output.summary.violations.length + missed.length
console.log(`${cruised.size} modules, ${output.summary.totalDependenciesCruised} imports, ${failed} wrong`)
process.exitCode = failed > 0 || files.length === 0 ? 1 : 0
