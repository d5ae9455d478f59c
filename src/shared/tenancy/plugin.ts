import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  type FromNode,
  IdentifierNode,
  type InsertQueryNode,
  type JoinNode,
  type KyselyPlugin,
  OnNode,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  PrimitiveValueListNode,
  type QueryId,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  type UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
  type WithNode,
} from 'kysely'
import { tenantTables } from '#shared/database/schema.generated.ts'

const COLUMN = 'organisation_id'

const refuse = (what: string): never => {
  throw new Error(`A query may not use ${what}: the organisation could not be added to it`)
}

/** The name under which a tenant table takes part in a query, or nothing for other sources. */
const tenantName = (node: OperationNode): string | undefined => {
  const source = AliasNode.is(node) ? node.node : node
  if (!TableNode.is(source) || !tenantTables.has(source.table.identifier.name)) return undefined
  if (!AliasNode.is(node)) return source.table.identifier.name
  return IdentifierNode.is(node.alias) ? node.alias.name : refuse('an alias that is no name')
}

/** What can hold no part of a query stays as it is: a copy of each would be most of the work. */
const LEAVES: ReadonlySet<string> = new Set([
  'ColumnNode',
  'IdentifierNode',
  'OperatorNode',
  'PrimitiveValueListNode',
  'ReferenceNode',
  'SchemableIdentifierNode',
  'TableNode',
  'ValueNode',
])

const INNER = new Set(['InnerJoin', 'LeftJoin', 'LateralInnerJoin', 'LateralLeftJoin'])
const CROSS = new Set(['CrossJoin', 'LateralCrossJoin', 'Using'])

/**
 * Adds `organisation_id = …` to every tenant table of a query, so that it reaches one shard. Predicates of joins go into
 * `ON`, so that an outer join stays one. The row policies stand under it; this is no security border of its own.
 */
class OrganisationTransformer extends OperationNodeTransformer {
  /** Set just before the synchronous transformation; one transformer serves all requests, since making one is dear. */
  organisation = ''

  #is(table: string): OperationNode {
    return BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create(COLUMN), TableNode.create(table)),
      OperatorNode.create('='),
      ValueNode.create(this.organisation),
    )
  }

  /** A part of a query that was built on its own was transformed on its own as well: its predicate stands there already. */
  #holds(where: OperationNode, table: string): boolean {
    if (AndNode.is(where)) return this.#holds(where.left, table) || this.#holds(where.right, table)
    if (!BinaryOperationNode.is(where)) return false
    const { leftOperand, operator, rightOperand } = where
    return (
      ReferenceNode.is(leftOperand) &&
      leftOperand.table?.table.identifier.name === table &&
      ColumnNode.is(leftOperand.column) &&
      leftOperand.column.column.name === COLUMN &&
      OperatorNode.is(operator) &&
      operator.operator === '=' &&
      ValueNode.is(rightOperand) &&
      rightOperand.value === this.organisation
    )
  }

  #where(where: WhereNode | undefined, sources: readonly OperationNode[]): WhereNode | undefined {
    let node = where
    for (const source of sources) {
      const name = tenantName(source)
      if (!name || (node && this.#holds(node.where, name))) continue
      node = node ? WhereNode.cloneWithOperation(node, 'And', this.#is(name)) : WhereNode.create(this.#is(name))
    }
    return node
  }

  #sources(from: FromNode | undefined, joins: readonly JoinNode[] | undefined): readonly OperationNode[] {
    const crossed = (joins ?? []).filter((join) => CROSS.has(join.joinType)).map((join) => join.table)
    return [...(from?.froms ?? []), ...crossed]
  }

  protected override transformNodeImpl<Node extends OperationNode>(node: Node, id?: QueryId): Node {
    return LEAVES.has(node.kind) ? node : super.transformNodeImpl(node, id)
  }

  protected override transformSelectQuery(node: SelectQueryNode, id?: QueryId): SelectQueryNode {
    const query = super.transformSelectQuery(node, id)
    const where = this.#where(query.where, this.#sources(query.from, query.joins))
    return where ? { ...query, where } : query
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, id?: QueryId): UpdateQueryNode {
    const query = super.transformUpdateQuery(node, id)
    const own = query.table ? [query.table] : []
    const where = this.#where(query.where, [...own, ...this.#sources(query.from, query.joins)])
    return where ? { ...query, where } : query
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, id?: QueryId): DeleteQueryNode {
    const query = super.transformDeleteQuery(node, id)
    const using = query.using?.tables ?? []
    const where = this.#where(query.where, [...this.#sources(query.from, query.joins), ...using])
    return where ? { ...query, where } : query
  }

  protected override transformJoin(node: JoinNode, id?: QueryId): JoinNode {
    const join = super.transformJoin(node, id)
    const name = tenantName(join.table)
    if (!INNER.has(join.joinType) && !CROSS.has(join.joinType)) refuse(`a ${join.joinType}`)
    if (!name || CROSS.has(join.joinType)) return join
    if (join.on && this.#holds(join.on.on, name)) return join
    const on = join.on ? OnNode.create(AndNode.create(join.on.on, this.#is(name))) : OnNode.create(this.#is(name))
    return { ...join, on }
  }

  protected override transformInsertQuery(node: InsertQueryNode, id?: QueryId): InsertQueryNode {
    const query = super.transformInsertQuery(node, id)
    if (!query.into || !tenantName(query.into)) return query
    if (query.defaultValues || !query.columns || !query.values) return refuse('default values')
    const columns = [...query.columns, ColumnNode.create(COLUMN)]
    return { ...query, columns, values: this.#valuesWithOrganisation(query.values) }
  }

  #valuesWithOrganisation(values: OperationNode): OperationNode {
    const own = ValueNode.create(this.organisation)
    if (ValuesNode.is(values)) {
      return ValuesNode.create(
        values.values.map((row) =>
          PrimitiveValueListNode.is(row)
            ? PrimitiveValueListNode.create([...row.values, this.organisation])
            : ValueListNode.create([...row.values, own]),
        ),
      )
    }
    if (!SelectQueryNode.is(values)) return refuse('an insert from something that is no selection')
    return SelectQueryNode.cloneWithSelections(values, [{ kind: 'SelectionNode', selection: own } as never])
  }

  protected override transformMergeQuery(): never {
    return refuse('merge')
  }

  protected override transformWith(node: WithNode, id?: QueryId): WithNode {
    for (const { name } of node.expressions) {
      const table = name.table.table.identifier.name
      if (tenantTables.has(table)) refuse(`the name of the table ${table} for a part of its own`)
    }
    return super.transformWith(node, id)
  }
}

const transformer = new OrganisationTransformer()

/** The plugin that holds every query of one request to its organisation. */
export const withinOrganisation = (organisation: string): KyselyPlugin => ({
  transformQuery: ({ node, queryId }) => {
    transformer.organisation = organisation
    return transformer.transformNode(node, queryId)
  },
  transformResult: async ({ result }) => result,
})
