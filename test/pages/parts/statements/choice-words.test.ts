import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import t from 'tap'
import type { Language } from '../../../../src/domain/vocabulary.js'
import { messagesIn } from '../../../../src/messages/messages.js'
import { MessagesContext } from '../../../../src/pages/frame/languages/use-messages.js'
import { choiceInWords, tallyInWords } from '../../../../src/pages/parts/statements/choice-words.js'

const en = messagesIn('en')

t.test('what a reader chose', (t) => {
  t.equal(choiceInWords(en, {}), 'a standing reservation')
  t.equal(choiceInWords(en, { article: '16(1)(c)' }), 'a standing reservation to article 16(1)(c)')
  t.equal(
    choiceInWords(en, { article: 'general', standing: 'withdrawn' }),
    'a withdrawn reservation to the whole treaty',
  )
  t.equal(
    choiceInWords(en, { kind: 'declaration', article: 'preamble' }),
    'a standing declaration on the preamble',
  )
  t.equal(
    choiceInWords(en, { exceptPurpose: 'disputes' }),
    'a standing reservation other than an opt-out of dispute settlement',
  )
  t.end()
})

t.test('nobody is not none where the record holds only some', (t) => {
  const of = (coverage: 'whole' | 'partial', asAt: string) =>
    tallyInWords(
      en,
      { choice: {}, groups: { chosen: [] }, coverage: { coverage, asAt, what: null }, shown: [] },
      '2026-11-23',
    ).join('')
  t.equal(of('whole', '2026-02-03'), 'No State has a standing reservation, as at 3 February 2026.')
  t.equal(
    of('partial', '2027-01-01'),
    'No State has a standing reservation that the record holds, on 23 November 2026.',
  )
  t.end()
})

t.test('a choice and its count are whole sentences in each language', (t) => {
  const tally = (lang: Language, chosen: Parameters<typeof tallyInWords>[1]['groups']['chosen'] = []) =>
    renderToString(
      h(
        MessagesContext.Provider,
        { value: messagesIn(lang) },
        tallyInWords(
          messagesIn(lang),
          {
            choice: { article: '16' },
            groups: { chosen },
            coverage: { coverage: 'partial', asAt: null, what: null },
            shown: [],
          },
          '2026-11-23',
        ),
      ),
    ).replaceAll('\u00A0', ' ')
  t.equal(
    tally('fr'),
    'Réserve maintenue (article 16) : aucun État selon le registre, qui est incomplet (le 23 novembre 2026).',
  )
  t.equal(tally('zh'), '维持的保留（第16条）：0个国家，记录不完整，2026年11月23日。')
  t.equal(
    tally('ru'),
    'Оговорка (действует), статья 16: нет государств по данным реестра, который неполон (23 ноября 2026 года).',
  )
  const group = (code: string, name: string) => ({
    code,
    name,
    shortName: null,
    kind: 'other' as const,
    url: null,
    source: null,
    isAdded: false,
    members: new Map(),
  })
  t.match(
    tally('es', [group('african', 'African States'), group('african-union', 'Union of Africa')]),
    'Estados de África, <span lang="en" dir="ltr">Union of Africa</span>. Reserva vigente (artículo 16): ningún Estado',
  )
  t.match(
    tally('en', [group('african', 'African States')]),
    'African States: no State has a standing reservation',
  )
  t.end()
})
