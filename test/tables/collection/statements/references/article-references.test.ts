import t from 'tap'
import { referencesIn } from '../../../../../src/tables/collection/statements/references/article-references.js'
import { isForeign } from '../../../../../src/tables/collection/statements/references/owner.js'
import { treatyWords } from '../../../../../src/tables/collection/statements/references/treaty-words.js'

const convention = treatyWords('Convention on the Protection of All Rivers and Lakes against Waste')
const protocol = treatyWords('Optional Protocol to the Convention on the Protection of All Rivers')

const unclear = 'unread'

/** The articles of this treaty that a text names, or `unread` for a chain of two meanings. */
const read = (text: string, treaty = convention, heading?: string): string =>
  referencesIn(text, treaty, heading)
    .filter(({ owner, use }) => !isForeign(owner) && use !== 'permission')
    .flatMap(({ articles, isClear }) => (isClear ? articles : [unclear]))
    .join(' ')

const cases: Record<string, string> = {
  'article 29': '29',
  'Article 29 (1)': '29(1)',
  'Art. 29.1': '29(1)',
  'article 29, paragraph 1,': '29(1)',
  'article 29 paragraph 1': '29(1)',
  'paragraph 1 of article 29': '29(1)',
  'paragraph 1 article 29': '29(1)',
  'para. 1 of the said article 29': '29(1)',
  'the first paragraph of article 29': '29(1)',
  'article 16, paragraphs 1 (a), (c) and (h)': '16(1)(a) 16(1)(c) 16(1)(h)',
  'article 16, paragraphs 1(a), 1(c) and paragraph 2': '16(1)(a) 16(1)(c) 16(2)',
  'article 16 (1) (c) (d) (f) and (g)': '16(1)(c) 16(1)(d) 16(1)(f) 16(1)(g)',
  'articles 2 (f) and 5 (a)': '2(f) 5(a)',
  'articles 15 (4) and 16 (1) (c)': '15(4) 16(1)(c)',
  'articles 2 (f), 9, 15 (2), 16 and 29 (1)': '2(f) 9 15(2) 16 29(1)',
  'subparagraphs (b), (d) and (e) of paragraph 4 of article 21': '21(4)(b) 21(4)(d) 21(4)(e)',
  'sub-paragraph 1 (f) of article 16': '16(1)(f)',
  'sub-paragraphs (c) and (g) of paragraph (1) of article 16': '16(1)(c) 16(1)(g)',
  'sub-paragraph [...] (g) of paragraph 1 of article 16': '16(1)(g)',
  'paragraphs 2 and 4 of article 15 and paragraphs 1 (c) and 1 (d) of article 16':
    '15(2) 15(4) 16(1)(c) 16(1)(d)',
  'paragraphs 2 of Article 9, and 1 of Article 29': '9(2) 29(1)',
  'Articles 2, 15 paragraph 4 and 16': '2 15(4) 16',
  'article 2, paragraphs (f) and (g), nor of article 16': '2(f) 2(g) 16',
  'article 2, paragraphs (a) to (d)': '2(a) 2(b) 2(c) 2(d)',
  'articles 9, paragraphs 1 and 2, and article 16': '9(1) 9(2) 16',
  'Article 3(1)(a)(ii) and 3 (5)': '3(1)(a)(ii) 3(5)',
  'article 3 paragraph (1)(a)(ii)': '3(1)(a)(ii)',
  'article 2 c)': '2(c)',
  'article 5 paragraph (2) letter a)': '5(2)(a)',
  'article 7, paragraph b, of the Convention': '7(b)',
  'Articles 16, 1 (d) and (f)': '16(1)(d) 16(1)(f)',
  'article 16 first paragraph (c), (d)': '16(1)(c) 16(1)(d)',
  'articles 14 and 16 1 (g )': '14 16(1)(g)',
  'articles 12 to 14': '12 13 14',
  'article 9 bis, paragraph 1': '9-bis(1)',
  'article IX': 'IX',
  'articles 13 (a) and [... and ...] 16 (1) (c)': '13(a) 16(1)(c)',
  'the eleventh preambular paragraph': 'preamble',
  'paragraphs 10 and 11 of the preamble': 'preamble',
  // Its own instrument, and others.
  'article 6 of the said Convention': '6',
  'article 6, of the Convention on the Protection of All Rivers and Lakes against Waste': '6',
  'article 6 of the present Convention, which binds': '6',
  'article 92 of the Constitution': '',
  'article 19 of the Vienna Convention': '',
  'article 26 of the Personal Code': '',
  'article 36 of the Statute of the Court': '',
  'article 6 of the Convention on the Protection of Forests': '',
  'article 8 of the Law of Waters, and article 3 of the Convention': '3',
  'article 5, paragraph 1, and article 15 and 17 of the Water Act': '',
  'as the Code of Waters (Civil Code, articles 9 (e) and 10) says': '',
  'the Charter, which in its article 2 defines': '',
  'paragraph 2 of article 7 of the Code, and paragraph 3 of that article': '',
  // What permits the statement is not what it is about.
  'In accordance with paragraph 2 of article 29, not bound by paragraph 1 of that article': '29(1)',
  'bound by article 29 (1), in pursuance of article 29 (2)': '29(1)',
  // Two meanings.
  'articles 16, 1 (d) and 9': unclear,
  'article 9, paragraph 2 and 16': unclear,
  'article 334-6 says': unclear,
  'article 9 2': unclear,
  'article 25 concerning ponds of the Constitution': unclear,
  'paragraph 5 of article 3 of the second convention': unclear,
  'article 6, paragraphs (i) to (v)': unclear,
  // No references.
  'Article Two of the Decree': '',
  'articles of clothing, and 3 paragraphs of text': '',
  'on 2 March 2002, 15 States': '',
  'article 9 and 10 other States': '9',
}

for (const [text, expected] of Object.entries(cases)) t.equal(read(text), expected, text)

t.equal(read('not bound by paragraph 1 of this article', convention, '29'), '29(1)', 'a heading’s article')
t.equal(read('bound by the first paragraph of this article', convention, '29(2)'), '29(1)')
t.equal(read('not bound by paragraph 1 of this article'), unclear, 'no article before')

t.equal(read('article 5 (2) of the Protocol', protocol), '5(2)')
t.equal(read('article 5 (2) of the Convention', protocol), '', 'that of its parent')
t.equal(read('article 5 of the Second Optional Protocol', protocol), '')
t.equal(
  read('article 5 of the Optional Protocol to the Convention on the Protection of All Lakes', protocol),
  '',
  'a sister of the same parent',
)
