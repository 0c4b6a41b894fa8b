import { ArticleCode } from '../domain/statements/articles.js'
import {
  StatementEventKind,
  StatementKind,
  StatementPurpose,
  StatementStanding,
  TerritoryStatus,
} from '../domain/statements/vocabulary.js'
import { Day } from '../domain/vocabulary.js'
import { codes, filters, list } from './parameters.js'

const { instrument, state, group, region } = filters

const territory = list(codes, 'Territories, by the codes of /v1/territories.', ['BMU'])

/** The parameters that select statements. */
export const statementFilters = {
  state,
  instrument,
  group,
  region,
  kind: list(StatementKind, 'Kinds of statement.', ['reservation']),
  article: list(
    ArticleCode,
    'Provisions that the statement still concerns on the day: 16 finds 16(1)(c), and 16(1)(c) finds a reservation to the whole of 16, or to the whole treaty.',
    ['16'],
  ),
  purpose: list(StatementPurpose, 'What the statement is for, in our reading.', ['excludes']),
  exceptPurpose: list(
    StatementPurpose,
    'Leaves out statements for these purposes: “disputes” leaves out the opt-outs of dispute settlement.',
    ['disputes'],
  ),
  standing: list(StatementStanding, 'Where the statement stands on the day.', ['standing']),
  territory,
  toward: list(codes, 'Participants that objections and communications are toward, by code.', ['QAT']),
  since: Day.optional().meta({
    description: 'Only statements to which something happened on this day or later.',
  }),
  until: Day.optional().meta({
    description: 'Only statements to which something happened on this day or earlier.',
  }),
}

/** The parameters that select changes of statements. */
export const statementChangeFilters = {
  state,
  instrument,
  group,
  region,
  kind: statementFilters.kind,
  event: list(StatementEventKind, 'What happened to the statement.', ['withdrawn']),
}

/** The parameters that select territories. */
export const territoryFilters = {
  state,
  instrument,
  group,
  region,
  territory,
  status: list(TerritoryStatus, 'Whether the instrument applies.', ['applies']),
}
