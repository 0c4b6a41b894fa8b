import { groupAt, groupOnDay, groupsIn } from '../answers/groups/groups.js'
import { GroupKind } from '../domain/vocabulary.js'
import { collection } from '../http/envelope.js'
import { listOf } from '../http/lists/list.js'
import { filters, GroupParams, list as severalOf } from '../http/parameters.js'
import { groupOrderIn } from '../messages/group-names.js'
import { messagesIn } from '../messages/messages.js'
import { list, one, type Routes } from './route.js'
import {
  GroupMemberShape,
  GroupSummary,
  groupAnswerFields,
  toGroupAnswer,
  toGroupSummary,
} from './shapes/group.js'

const query = {
  kind: severalOf(GroupKind, 'Kinds of group.', ['regional-organization']),
  state: filters.state,
}

export const groupRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/groups',
      id: 'listGroups',
      summary: 'Groups of States, with the number of their members',
      description:
        'The five regional groups of the United Nations, then the others in the order of their names: each may stand in “group” of any list. With “state”, the groups that it was in on the day asked about.',
      tag: 'groups',
      example: '/v1/groups?state=GHA',
      query,
      page: collection(GroupSummary, 'GroupList'),
      says: 'Groups',
    },
    (reading, { query }) => {
      const { lang } = reading.naming
      const order = groupOrderIn(messagesIn(lang))
      const groups = groupsIn(reading, query).sort((a, b) => order(a.group, b.group))
      return { list: listOf(groups, (part) => part.map(toGroupSummary(lang))), instruments: [] }
    },
  )

  one(
    app,
    context,
    {
      path: '/groups/:group',
      id: 'getGroup',
      summary: 'One group, its members, and how it stands to each instrument',
      description:
        'Full members on the day asked about: the day of joining counts, that of leaving does not. A day that is known only by its month or year counts from the last it may have been.',
      tag: 'groups',
      example: '/v1/groups/alliance-of-sahel-states',
      params: GroupParams,
      mayBeMissing: true,
      fields: groupAnswerFields,
      name: 'GroupAnswer',
      is: 'One group of States',
      says: 'The group',
      table: {
        row: GroupMemberShape,
        rowsOf: ({ members }) => members,
      },
    },
    (reading, { params }) => {
      const found = groupOnDay(reading, groupAt(reading, params.group))
      return {
        value: toGroupAnswer(found, reading),
        instruments: found.standings.map(({ instrument }) => instrument),
      }
    },
  )
}
